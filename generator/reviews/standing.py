"""A module's review, its sign-offs and the digest of its text of today → where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.reviews.due import Due, due_on
from generator.schema.module import Review
from generator.schema.signoffs import REVIEW_KINDS, ReviewKind, SignOff

Status = Literal["draft", "in-clinical-review", "approved", "retired"]


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody who approved the text of today: name, credential or role, and the day."""

    kind: ReviewKind
    name: str
    standing: str
    date: str

    @property
    def who(self) -> str:
        """The name with its standing."""
        return f"{self.name}, {self.standing}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a module stands in one language on one day."""

    status: Status
    signed: tuple[Signature, ...] = ()
    """Those who approved the text of today; they are named once all three kinds are there."""
    next_check: str = ""
    """Year and month."""
    due: Due = "no"

    @property
    def approved(self) -> bool:
        """Whether a clinical, a lived-experience and a plain-language review approved the very text of today."""
        return self.status == "approved"

    @property
    def checked_by(self) -> Signature | None:
        """The clinician who checked the module; nobody before the module is approved."""
        return next((one for one in self.signed if one.kind == "clinical"), None) if self.approved else None

    @property
    def reviewers(self) -> tuple[Signature, ...]:
        """All who checked an approved module, the clinician first."""
        return self.signed if self.approved else ()


def standing(review: Review, sign_offs: Sequence[SignOff], digest: str, today: date | None) -> Standing:
    """Where a module stands whose text has this digest. Older sign-offs, of other texts, count for nothing."""
    current = [one for one in sign_offs if one.digest == digest]
    approvals = tuple(one for kind in REVIEW_KINDS for one in approving(current, kind))
    whole = {one.kind for one in approvals} == set(REVIEW_KINDS)
    status: Status = "approved" if whole and review.status != "retired" else review.status
    # The reviewers know best when to look again; until all have, the authors' own plan holds.
    next_check = min(one.next_review for one in approvals) if whole else review.next_review
    return Standing(status, tuple(map(_signature, approvals)), next_check, due_on(next_check, today))


def approving(sign_offs: Sequence[SignOff], kind: ReviewKind) -> tuple[SignOff, ...]:
    """Those of one kind who approve a text: the last word of each person counts, and one who objects stops all.

    Who approves with changes has read a text that still lacks them, so that counts as not yet: the changed text is
    another one, and is signed by itself.
    """
    # By the day and not by the place in the file alone: entries that somebody sorted anew are still sealed.
    in_time = sorted((one for one in sign_offs if one.kind == kind), key=lambda one: one.date)
    last = {one.name.casefold(): one for one in in_time}
    return tuple(last.values()) if all(one.decision == "approve" for one in last.values()) else ()


def _signature(one: SignOff) -> Signature:
    return Signature(one.kind, one.name, one.standing, one.date)
