"""What a clinic makes its own: one file beside course.yml, which an upgrade leaves alone."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from generator.editions import EditionName
from generator.schema.base import PlainText, RichText, Slug, Spec
from generator.schema.course import Exit, Language, Outside, SiteUrl
from generator.schema.exceptions import Exceptions
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
    """The number as people read it, as 555-0100."""
    dial: Annotated[str, Field(pattern=r"^\+?[0-9]{3,15}$")]
    """The number as a phone dials it: digits, with + and the country code in front, in quotes."""
    hours: Annotated[PlainText, Field(max_length=80)] | None = None
    """When somebody answers, as “day and night”."""
    verified_on: Annotated[Day, Field(description="The day on which somebody of yours last dialed it.")]
    """The day on which somebody of yours last dialed it, as 2026-11-20."""


class LocalNumbers(Spec):
    """The clinic's own numbers; each may be missing, and is named by the check then.

    Example:
        on_call:
          shown: 555-0100
          dial: "+15550100"
          verified_on: 2026-11-20
    """

    on_call: LocalNumber | None = None
    """Who answers when it cannot wait."""
    front_desk: LocalNumber | None = None
    """Where people call to change an appointment."""
    medical: LocalNumber | None = None
    """Your nurse or doctor, for questions about medicine."""


class Colours(Spec):
    """The colour of links, buttons and the bar at the top, on a light and on a dark page.

    Without `dark`, a lighter tone of `light` is taken there.

    Example:
        light: "#0b5c6b"
        dark: "#7fd1de"
    """

    light: Colour
    """The color on a light page, as "#0b5c6b". The check measures whether it can be read."""
    dark: Colour | None = None
    """The color on a dark page. Without it, a lighter tone is mixed."""


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
    """The title of the page, as it stands in the menu."""
    text: RichText
    """The words of the page. `{on_call}`, `{front_desk}` and `{medical}` become your numbers."""
    language: Annotated[
        Language | None, Field(description="The language it is written in; without it, it stands in all of them.")
    ] = None
    """The language it is written in; without it, it stands in all of them."""


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
    """The name of your program, as it stands at the head of pages and on sheets."""
    logo: Annotated[
        str | None,
        Field(pattern=r"^[a-z0-9][a-z0-9._-]*\.(svg|png)$", max_length=80, description="A file beside clinic.yml."),
    ] = None
    """The name of a picture file (SVG or PNG, up to 200 kB) beside clinic.yml."""
    colours: Colours | None = None
    """Your colors for links, buttons and the bar at the top."""
    numbers: LocalNumbers = Field(default_factory=LocalNumbers)
    """Your own phone numbers. Dial each one before you print it."""
    site_url: SiteUrl | None = None
    """The web address of your site, which the QR codes on sheets lead to. It ends in a slash."""
    counselors_url: Annotated[
        SiteUrl | None,
        Field(description="Where the counselors' pages stand if not beside the patients'; it ends in a slash."),
    ] = None
    """Where the counselors' pages stand if not beside the patients'. It ends in a slash."""
    quick_exit: Exit | None = None
    """Where “Leave quickly” leads: a page that anybody could be reading, such as the weather."""
    languages: Annotated[tuple[Language, ...] | None, Field(min_length=1)] = None
    """The languages to build, as `[en, es]`. The first one is the source of the others."""
    papers: Annotated[tuple[Literal["letter", "a4"], ...] | None, Field(min_length=1)] = None
    """The paper sizes to print.

    - `letter`: US Letter, 8.5 by 11 inches.
    - `a4`: A4, 210 by 297 mm.
    """
    editions: Annotated[tuple[EditionName, ...] | None, Field(min_length=1)] = None
    """The editions of sheets to make.

    - `standard`: ordinary print, 13 pt.
    - `large`: large print, 18 pt.
    - `copy`: without gray, for an old copier.
    """
    outside: Outside | None = None
    """What strangers may see of the course: covers, file names, print jobs."""
    discreet: bool | None = None
    """`true` if addresses, page titles and the icon should say nothing of what the course is about. Decide before
    you print.
    """
    programs: tuple[Slug, ...] | None = None
    """The ids of the programs that you run. Without this key all of them are shown."""
    overlays: tuple[Slug, ...] = ()
    """The ids of the overlays that you lay on the course, as `[veterans]`."""
    pages: Annotated[tuple[ExtraPage, ...], Field(max_length=20)] = ()
    """Pages of your own, such as “Getting here”."""
    exceptions: Exceptions = ()
    """Places where a rule of the check is wrong about this file, each with the reason."""

    @field_validator("numbers", mode="before")
    @classmethod
    def _no_numbers(cls, value: object) -> object:
        """A key whose lines are all commented out says nothing; it is no mistake."""
        return {} if value is None else value

    @field_validator("overlays", "pages", "exceptions", mode="before")
    @classmethod
    def _no_list(cls, value: object) -> object:
        return () if value is None else value
