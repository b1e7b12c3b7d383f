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
    """The number as people read it, in quotes."""
    dial: Annotated[str, Field(pattern=r"^\+?[0-9]{3,15}$")]
    """The number as a phone dials it, in quotes."""
    text: bool = False
    """`true` if people send a text message to it."""
    of: PlainText
    """Whose number it is."""
    verified_on: Day
    """The day on which somebody last read or dialed it."""
    verified_how: PlainText
    """How it was looked at, as “dialed”."""
    recheck_by: Day
    """The day by which somebody should dial it again."""


class Trigger(Spec):
    """Words that call for a safety message when they stand in one sentence that patients read.

    A word is found in capitals too, and with or without the accents on its vowels; `*` stands for any ending.

    Example:
        words: [alcohol]
        together_with: [stop, stopping, detox*]
        harmless: [stop and]
    """

    words: Annotated[tuple[PlainText, ...], Field(min_length=1)]
    """One of these has to stand in the sentence."""
    together_with: tuple[PlainText, ...] = ()
    """One of these has to stand in it, too; nothing, if one of the `words` is enough."""
    harmless: tuple[PlainText, ...] = ()
    """What means something else; it is taken out of the sentence first."""


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
    """The title of the message, by language."""
    where: PlainText
    """Where it belongs, for those who edit this file."""
    text: Annotated[dict[str, RichLine], Field(min_length=1)]
    """The words of the message, by language. `{its-id}` becomes a phone number."""
    sheet_line: dict[str, RichLine] = Field(default_factory=dict)
    """A shorter form for the foot of a sheet, by language."""
    modules: tuple[Slug, ...] = ()
    """Modules that have to carry it."""
    comes_first: bool = False
    """`true` if a lesson that has it begins with it, as a word before hard topics."""
    triggers: dict[str, tuple[Trigger, ...]] = Field(default_factory=dict)
    """By language: the words that call for it in any other module."""


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
    """The country whose numbers these are, as US."""
    everywhere: SafetyId
    """The id of the message on every page and every sheet."""
    worksheets: SafetyId
    """The id of the message wherever people write or type."""
    help_page: tuple[SafetyId, ...] = ()
    """The ids of messages for the help page, in order."""
    numbers: dict[Slug, Number]
    """The phone numbers, by an id of your own."""
    messages: dict[SafetyId, Message]
    """The messages, by their ids, as S-CRISIS."""
