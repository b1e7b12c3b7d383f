"""What a clinic makes its own: one file beside course.yml, which an upgrade leaves alone."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from generator.editions import EditionName
from generator.schema.base import PlainText, RichText, Slug, Spec
from generator.schema.course import Exit, Language, Outside, SiteUrl
from generator.schema.safety import Day

Role = Literal["on_call", "front_desk", "medical"]
ROLES: tuple[Role, ...] = ("on_call", "front_desk", "medical")
"""The clinic's own numbers that pages and sheets have a place for."""
Colour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$", description="A color, as '#0b5c6b'.")]
Short = Annotated[PlainText, Field(max_length=40)]
"""What has room in a foot line or on a card."""


class LocalNumber(Spec):
    """A phone number of the clinic: as it is shown, as a phone dials it, and when somebody last dialed it.

    Example:
        shown: 555-0100
        dial: "+15550100"
        hours: day and night
        verified_on: 2026-11-20
    """

    shown: Short
    dial: Annotated[str, Field(pattern=r"^\+?[0-9]{3,15}$")]
    hours: Annotated[PlainText, Field(max_length=80)] | None = None
    verified_on: Annotated[Day, Field(description="The day on which somebody of yours last dialed it.")]


class LocalNumbers(Spec):
    """The clinic's own numbers; each may be missing, and is named by the check then.

    Example:
        on_call:
          shown: 555-0100
          dial: "+15550100"
          verified_on: 2026-11-20
    """

    on_call: LocalNumber | None = None
    front_desk: LocalNumber | None = None
    medical: LocalNumber | None = None


class Colours(Spec):
    """The colour of links, buttons and the bar at the top, on a light and on a dark page.

    Without `dark`, a lighter tone of `light` is taken there.

    Example:
        light: "#0b5c6b"
        dark: "#7fd1de"
    """

    light: Colour
    dark: Colour | None = None


class ExtraPage(Spec):
    """A page of the clinic's own, in the menu of the patients' pages.

    `{on_call}`, `{front_desk}` and `{medical}` in its text become the numbers above, to tap.

    Example:
        id: getting-here
        title: Getting here
        text: The bus stops at the door. Call {front_desk} if you cannot come.
    """

    id: Slug
    title: Annotated[PlainText, Field(max_length=80)]
    text: RichText
    language: Annotated[
        Language | None, Field(description="The language it is written in; without it, it stands in all of them.")
    ] = None


class ClinicSpec(Spec):
    """What `modules/clinic.yml` holds; every key may be missing. What it says goes before what course.yml says.

    Example:
        name: Riverside Program
        numbers:
          on_call:
            shown: 555-0100
            dial: "+15550100"
            verified_on: 2026-11-20
        papers: [letter]
    """

    name: Annotated[PlainText, Field(max_length=60)] | None = None
    logo: Annotated[
        str | None,
        Field(pattern=r"^[a-z0-9][a-z0-9._-]*\.(svg|png)$", max_length=80, description="A file beside clinic.yml."),
    ] = None
    colours: Colours | None = None
    numbers: LocalNumbers = Field(default_factory=LocalNumbers)
    site_url: SiteUrl | None = None
    counselors_url: Annotated[
        SiteUrl | None,
        Field(description="Where the counselors' pages stand if not beside the patients'; it ends in a slash."),
    ] = None
    quick_exit: Exit | None = None
    languages: Annotated[tuple[Language, ...] | None, Field(min_length=1)] = None
    papers: Annotated[tuple[Literal["letter", "a4"], ...] | None, Field(min_length=1)] = None
    editions: Annotated[tuple[EditionName, ...] | None, Field(min_length=1)] = None
    outside: Outside | None = None
    discreet: bool | None = None
    programs: tuple[Slug, ...] | None = None
    overlays: tuple[Slug, ...] = ()
    pages: Annotated[tuple[ExtraPage, ...], Field(max_length=20)] = ()

    @field_validator("numbers", mode="before")
    @classmethod
    def _no_numbers(cls, value: object) -> object:
        """A key whose lines are all commented out says nothing; it is no mistake."""
        return {} if value is None else value

    @field_validator("overlays", "pages", mode="before")
    @classmethod
    def _no_list(cls, value: object) -> object:
        return () if value is None else value
