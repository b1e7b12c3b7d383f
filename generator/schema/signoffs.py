"""Sign-offs: who reviewed a module in a language, and which text they read; `modules/reviews/<language>/<module>.yml`."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, Slug, Spec
from generator.schema.module import Month
from generator.schema.safety import Day
from generator.text import ONE_PLAIN_LINE

ReviewKind = Literal["clinical", "lived-experience", "plain-language"]
"""The three reviews that a module needs before it is called approved."""
REVIEW_KINDS: tuple[ReviewKind, ...] = ("clinical", "lived-experience", "plain-language")
Decision = Literal["approve", "approve-with-changes", "reject"]
DECISIONS: tuple[Decision, ...] = ("approve", "approve-with-changes", "reject")

Remark = Annotated[str, Field(pattern=ONE_PLAIN_LINE, max_length=2000)]


class SignOff(Spec):
    """One person's decision on a module. `psychoed review sign` writes it; it is never edited by hand.

    `digest` is that of the text they read, `seal` that of all the other values. The seal finds an accident, or a value
    that somebody changed; it does not prove who wrote it, for whoever has this program can make a new one.

    Example:
        kind: plain-language
        name: An example
        role: editor
        date: 2026-11-22
        decision: approve
        next_review: 2027-11
        revision: 1
        funding: none
        conflicts: none
        digest: 0f0e0d0c0b0a09080706050403020100ffeeddccbbaa99887766554433221100
        seal: 00112233445566778899aabbccddeeff
    """

    kind: ReviewKind
    """Which of the three reviews it is.

    - `clinical`: a clinician looks at what it says and leaves out.
    - `lived-experience`: somebody who has been there looks at how it feels.
    - `plain-language`: an editor looks at how plainly it is written.
    """
    name: PlainText
    """Who reviewed; for somebody with lived experience a first name or initials are enough."""
    role: PlainText
    """What they are, as in `counselor` or `person in recovery`."""
    credential: PlainText | None = None
    """As LCSW or PharmD; a clinical review needs one."""
    license_state: PlainText | None = None
    """Where the credential is licensed, as MN; a clinical review needs it."""
    may_be_named: bool = False
    """Whether the person agreed that this name stands on pages and paper; lived experience is asked."""
    date: Day
    """The day of the decision."""
    decision: Decision
    """What the reviewer decided. Who wants changes reads the changed text, and signs that.

    - `approve`: it can be used as it is; this alone approves.
    - `approve-with-changes`: it can be used once the remarks are worked in.
    - `reject`: it should not be used.
    """
    remarks: Remark | None = None
    """What should change, or why it was rejected."""
    known_limits: Remark | None = None
    """What the reviewer could not judge."""
    next_review: Month
    """When somebody should look at it again: year and month, as 2027-11."""
    revision: Annotated[int, Field(ge=1)]
    """The module's revision that was read."""
    funding: PlainText
    """Who paid for the review, or none."""
    conflicts: PlainText
    """What could have swayed the reviewer, or none."""
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """Of the text that was read (SHA-256)."""
    seal: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    """Of the other values here."""

    @property
    def standing(self) -> str:
        """The credential, or the role of somebody without one."""
        return self.credential or self.role


class SignOffsSpec(Spec):
    """What a sign-off file holds: all decisions on one module in one language, the oldest first.

    Example:
        module: stress
        language: en
        sign_offs: []
    """

    module: Slug
    """The module's id."""
    language: PlainText
    """The language that was read."""
    sign_offs: Annotated[tuple[SignOff, ...], Field(max_length=500)]
    """All decisions, the oldest first. Those of older texts stay as history."""
