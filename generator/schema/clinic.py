"""What a clinic makes its own: one file beside course.yml, which an upgrade leaves alone."""

from typing import Annotated, Literal

from pydantic import Field

from generator.editions import EditionName
from generator.schema.base import PlainText, RichText, Slug, Spec
from generator.schema.course import Exit, Language, Outside, SiteUrl
from generator.schema.safety import Day

ROLES = ("on_call", "front_desk", "medical")
"""The clinic's own numbers that pages and sheets have a place for."""


class LocalNumber(Spec):
    """A phone number of the clinic: as it is shown, as a phone dials it, and when somebody last dialed it.

    Example:
        shown: 555-0100
        dial: "+15550100"
        hours: day and night
        verified_on: 2026-11-20
    """

    shown: PlainText
    dial: Annotated[str, Field(pattern=r"^\+?[0-9]{3,15}$")]
    hours: PlainText | None = None
    verified_on: Day


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
    """The colour of links, buttons and headings, on a light and on a dark page.

    Example:
        light: "#0b5c6b"
        dark: "#7fd1de"
    """

    light: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
    dark: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")] | None = None


class ExtraPage(Spec):
    """A page of the clinic's own, in the menu of the patients' pages.

    Example:
        id: getting-here
        title: Getting here
        text: The bus stops at the door.
    """

    id: Slug
    title: PlainText
    text: RichText


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

    name: PlainText | None = None
    logo: Annotated[
        str | None,
        Field(pattern=r"^[a-z0-9][a-z0-9._-]*\.(svg|png)$", max_length=80, description="A file beside clinic.yml."),
    ] = None
    colours: Colours | None = None
    numbers: LocalNumbers = LocalNumbers()
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
