"""Safety messages and the phone numbers in them; `modules/safety.yml` is the only place that has them."""

from typing import Annotated

from pydantic import Field

from generator.schema.base import PlainText, RichLine, SafetyId, Slug, Spec

Day = Annotated[
    str, Field(pattern=r"^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$", description="A day, as 2026-11-21.")
]


class Number(Spec):
    """A phone number: how it is shown, what the phone dials, and when somebody last read or dialed it.

    Example:
        shown: "988"
        dial: "988"
        of: 988 Suicide & Crisis Lifeline
        verified_on: 2026-11-01
        verified_how: read in a stored copy; not dialed
        recheck_by: 2027-01-30
    """

    shown: PlainText
    dial: Annotated[str, Field(pattern=r"^\+?[0-9]{3,15}$")]
    text: bool = False
    of: PlainText
    verified_on: Day
    verified_how: PlainText
    recheck_by: Day


class Message(Spec):
    """A safety message: its words by language, a short title, and where it belongs.

    A number is written as `{its-id}`; it becomes a link on the web and bold on paper.

    Example:
        title:
          en: Need help now?
        where: every page and every sheet
        text:
          en: Call or text {lifeline} any time.
    """

    title: Annotated[dict[str, PlainText], Field(min_length=1)]
    where: PlainText
    text: Annotated[dict[str, RichLine], Field(min_length=1)]
    sheet_line: dict[str, RichLine] = Field(default_factory=dict)
    modules: tuple[Slug, ...] = ()


class SafetySpec(Spec):
    """What `modules/safety.yml` holds.

    Example:
        country: US
        everywhere: S-CRISIS
        worksheets: S-PRIVACY
        help_page: [S-SUD-HELP]
        numbers: {}
        messages: {}
    """

    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    everywhere: SafetyId
    worksheets: SafetyId
    help_page: tuple[SafetyId, ...] = ()
    numbers: dict[Slug, Number]
    messages: dict[SafetyId, Message]
