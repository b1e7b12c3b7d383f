"""The course: title, languages, order of the modules, tracks and pathways."""

from typing import Annotated, Literal

from pydantic import Field

from generator.editions import EditionName
from generator.schema.base import PlainText, RichLine, Slug, Spec
from generator.schema.exceptions import Exceptions

SITE_URL = r"^https?://[A-Za-z0-9.:-]+(/[A-Za-z0-9._~/-]*)?/$"
SiteUrl = Annotated[
    str,
    Field(pattern=SITE_URL, max_length=120, description="The address the QR codes lead to; it ends in a slash."),
]
Exit = Annotated[
    str,
    Field(
        pattern=r"^https://[A-Za-z0-9.-]+/[A-Za-z0-9._~/?=&%-]*$",
        max_length=200,
        description="Where the link “Leave quickly” leads: a place that anybody could be reading.",
    ),
]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]


class Pathway(Spec):
    """Modules that belong together for a part of the way.

    Example:
        id: early-recovery
        title: The first weeks
        description: Skills for the start.
        modules: [coping-with-cravings]
    """

    id: Slug
    title: PlainText
    """What the pathway is called, as “The first weeks”."""
    description: RichLine
    """One sentence on what it is for."""
    modules: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """The ids of its modules, in order."""


class Outside(Spec):
    """What strangers may see of the course: covers, file names, the names of print jobs.

    Example:
        title: Steps
        topics: false
    """

    title: PlainText
    """What the course is called where strangers may see it. It says nothing of the topic."""
    topics: Annotated[
        bool, Field(description="Whether the topics of modules may stand there; neutral numbers do if not.")
    ] = False
    """`true` if covers and file names may say what modules are about; neutral numbers stand there if not."""


class CourseSpec(Spec):
    """What `modules/course.yml` holds.

    Example:
        id: iop
        title: Steps
        tagline: Skills for recovery.
        about: What this course is.
        languages: [en]
        site_url: https://course.example/
        papers: [letter, a4]
        editions: [standard, large, copy]
        outside:
          title: Steps
        tracks:
          core: Core skills
        modules: [stress]
        pathways: []
    """

    id: Slug
    title: PlainText
    """The name of the course, as people see it."""
    tagline: RichLine
    """One line under the title on the first page."""
    about: RichLine
    """A few sentences on the first page: what this course is, and for whom."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    """The languages of the course, as `[en, es]`. The first one is the source; the others are translations."""
    site_url: SiteUrl
    """The web address of the site, which the QR codes on sheets lead to. It ends in a slash."""
    papers: Annotated[tuple[Literal["letter", "a4"], ...], Field(min_length=1)]
    """The paper sizes to print.

    - `letter`: US Letter, 8.5 by 11 inches.
    - `a4`: A4, 210 by 297 mm.
    """
    editions: Annotated[tuple[EditionName, ...], Field(min_length=1)] = ("standard", "large", "copy")
    """The editions of sheets to make.

    - `standard`: ordinary print, 13 pt.
    - `large`: large print, 18 pt.
    - `copy`: without gray, for an old copier.
    """
    outside: Outside | None = None
    """What strangers may see of the course: covers, file names, print jobs."""
    discreet: Annotated[
        bool,
        Field(description="Whether addresses, page titles and the icon say nothing of what the course is about."),
    ] = False
    """`true` if addresses, page titles and the icon should say nothing of what the course is about."""
    quick_exit: Exit = "https://www.weather.gov/"
    """Where “Leave quickly” leads: a page that anybody could be reading, such as the weather."""
    tracks: Annotated[dict[Slug, PlainText], Field(min_length=1)]
    """The groups that modules belong to: an id, then its title."""
    modules: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """The modules in the order of the course. Each name is the name of a file, without `.yml`."""
    planned: Annotated[
        dict[Slug, PlainText],
        Field(
            default_factory=dict,
            max_length=500,
            description="Modules that are not written yet, with their titles; pathways and programs may name them.",
        ),
    ]
    """Modules that are not written yet: an id, then the title. Pathways and programs may name them."""
    safety_modules: Annotated[
        tuple[Slug, ...],
        Field(description="Modules that every program teaches in its first two weeks, and no overlay takes away."),
    ] = ()
    """Modules that every program teaches in its first two weeks, and no overlay takes away."""
    core_modules: Annotated[
        tuple[Slug, ...],
        Field(description="Modules that every whole program teaches at least once; the check names what is missing."),
    ] = ()
    """Modules that every whole program teaches at least once; the check names what is missing."""
    abbreviations: tuple[PlainText, ...] = ()
    """Abbreviations that everybody knows, as `TV`; all others are written out where they first stand."""
    pathways: tuple[Pathway, ...] = ()
    """Modules that belong together for a part of the way."""
    exceptions: Exceptions = ()
    """Places where a rule of the check is wrong about this file, each with the reason."""
