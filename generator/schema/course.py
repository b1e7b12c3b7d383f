"""The course: title, languages, order of the modules, tracks and pathways."""

from typing import Annotated, Literal

from pydantic import Field

from generator.editions import EditionName
from generator.schema.base import PlainText, RichLine, Slug, Spec

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
    description: RichLine
    modules: Annotated[tuple[Slug, ...], Field(min_length=1)]


class Outside(Spec):
    """What strangers may see of the course: covers, file names, the names of print jobs.

    Example:
        title: Steps
        topics: false
    """

    title: PlainText
    topics: Annotated[
        bool, Field(description="Whether the topics of modules may stand there; neutral numbers do if not.")
    ] = False


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
    tagline: RichLine
    about: RichLine
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    site_url: SiteUrl
    papers: Annotated[tuple[Literal["letter", "a4"], ...], Field(min_length=1)]
    editions: Annotated[tuple[EditionName, ...], Field(min_length=1)] = ("standard", "large", "copy")
    outside: Outside | None = None
    discreet: Annotated[
        bool,
        Field(description="Whether addresses, page titles and the icon say nothing of what the course is about."),
    ] = False
    quick_exit: Exit = "https://www.weather.gov/"
    tracks: Annotated[dict[Slug, PlainText], Field(min_length=1)]
    modules: Annotated[tuple[Slug, ...], Field(min_length=1)]
    planned: Annotated[
        dict[Slug, PlainText],
        Field(
            default_factory=dict,
            max_length=500,
            description="Modules that are not written yet, with their titles; pathways and programs may name them.",
        ),
    ]
    safety_modules: Annotated[
        tuple[Slug, ...],
        Field(description="Modules that every program teaches in its first two weeks, and no overlay takes away."),
    ] = ()
    core_modules: Annotated[
        tuple[Slug, ...],
        Field(description="Modules that every whole program teaches at least once; the check names what is missing."),
    ] = ()
    pathways: tuple[Pathway, ...] = ()
