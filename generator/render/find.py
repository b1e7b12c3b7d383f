"""Course → “Find a module” in the counselors' tree: a table of all modules that can be narrowed down, and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.course import Build, Frame
from generator.facts import Facts
from generator.language.names import language_name
from generator.render.outputs import Crumb, OutputFile, Page, SearchEntry, path_of
from generator.render.web import lay_out

_WITHIN = " | "
"""Between things of one cell: no spreadsheet takes it for the end of the cell."""
_FORMULAS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")
_COLUMNS = (
    "id",
    "title",
    "helps_with",
    "for_whom",
    "track",
    "ways",
    "minutes",
    "objectives",
    "safety",
    "review",
    "checked_by",
    "next_check",
    "language",
    "lesson",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to narrow the table down by: what the rows hold, and its words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A module in the table; one that is not written yet has a title and pathways, and nothing else."""

    id: str
    title: str
    ways: tuple[Choice, ...]
    guide: str = ""
    """Addresses from this page; empty where nothing is written."""
    print: str = ""
    lesson: str = ""
    message: str = ""
    for_whom: str = ""
    needs: tuple[str, ...] = ()
    track: Choice | None = None
    minutes: int = 0
    objectives: tuple[str, ...] = ()
    safety: tuple[Choice, ...] = ()
    review: Choice | None = None
    checked_by: str = ""
    past_due: bool = False
    next_check: str = ""
    language: str = ""
    """What its language is called by who speaks it."""
    foreign: str = ""
    """The language's code where it is another one than the page's."""

    @property
    def is_written(self) -> bool:
        """Whether there is more than a title."""
        return bool(self.guide)

    @property
    def safety_ids(self) -> str:
        """As the page's script reads them."""
        return " ".join(message.value for message in self.safety)

    @property
    def way_ids(self) -> str:
        """As the page's script reads them."""
        return " ".join(way.value for way in self.ways)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the table can be narrowed down by; only what at least one row has."""

    tracks: tuple[Choice, ...]
    ways: tuple[Choice, ...]
    minutes: tuple[int, ...]
    safety: tuple[Choice, ...]
    reviews: tuple[Choice, ...]


def find_page(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """The page with the table."""
    t, rows = frame.strings, rows_of(facts, frame, build)
    body = lay_out(
        "modules",
        addresses.linker(addresses.MODULES, "", frame.slug, build.patients(frame.language)),
        frame,
        build,
        rows=rows,
        choices=_choices(rows, frame),
        others=_others(frame),
        file=addresses.MODULES_FILE,
    )
    found = SearchEntry("", t["find_title"], t["find_intro"])
    return (Page("counselors", addresses.MODULES, "find", t["find_title"], t["find_intro"], body, search=(found,)),)


def find_file(facts: Sequence[Facts], frame: Frame, build: Build) -> Iterator[OutputFile]:
    """The same table as `modules.csv`: UTF-8 with a byte order mark, which Excel needs, and no cell that is a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([frame.strings[f"find_column_{name}"] for name in _COLUMNS])
    for row in rows_of(facts, frame, build):
        writer.writerow([guarded(cell) for cell in _cells(row, frame, build)])
    yield OutputFile(path_of("counselors", addresses.MODULES_FILE), text.getvalue().encode("utf-8-sig"))


def guarded(cell: str) -> str:
    """The cell as words: a spreadsheet would run one that starts as a formula does."""
    # Some programs leave spaces aside, and take wide signs, as Japanese keyboards write them, for narrow ones.
    return f"'{cell}" if cell.startswith(_FORMULAS) or cell.lstrip().startswith(_FORMULAS) else cell


def rows_of(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Row, ...]:
    """The modules in the course's order, then those that are not written yet."""
    planned = (Row(id_, title, _ways(id_, frame)) for id_, title in frame.spec.planned.items())
    written = {module.id for module in facts}
    return (*(_row(module, frame, build) for module in facts), *(row for row in planned if row.id not in written))


def _row(module: Facts, frame: Frame, build: Build) -> Row:
    t, slug = frame.strings, frame.slug(module.id)
    guide = addresses.guide(slug)
    lesson = f"{build.patients(frame.language)}{addresses.lesson(slug)}"
    return Row(
        id=module.id,
        title=module.title,
        ways=_ways(module.id, frame),
        guide=guide,
        print=f"{guide}#print",
        lesson=addresses.relative(lesson, addresses.MODULES),
        message=module.main_message,
        for_whom=module.for_whom,
        needs=module.needs,
        track=Choice(module.track, frame.spec.tracks[module.track]),
        minutes=module.minutes,
        objectives=module.objectives,
        safety=tuple(Choice(id_, frame.messages[id_].title) for id_ in module.safety if id_ != frame.safety.everywhere),
        review=Choice(module.status, t[f"find_review_{module.status.replace('-', '_')}"]),
        checked_by=module.checked_by,
        next_check=module.next_review,
        language=language_name(module.language or frame.language),
        foreign=frame.foreign(module.language or frame.language),
        past_due=module.due != "no",
    )


def _ways(module: str, frame: Frame) -> tuple[Choice, ...]:
    return tuple(Choice(way.id, way.title) for way in frame.spec.pathways if module in way.modules)


def _choices(rows: Sequence[Row], frame: Frame) -> Choices:
    """In the order of the course's own lists."""
    tracks = {row.track.value for row in rows if row.track}
    ways = {way.value for row in rows for way in row.ways}
    safety = {message.value: message for row in rows for message in row.safety}
    reviews = {row.review.value: row.review for row in rows if row.review}
    return Choices(
        tracks=tuple(Choice(id_, title) for id_, title in frame.spec.tracks.items() if id_ in tracks),
        ways=tuple(Choice(way.id, way.title) for way in frame.spec.pathways if way.id in ways),
        minutes=tuple(sorted({row.minutes for row in rows if row.is_written})),
        safety=tuple(safety[id_] for id_ in frame.messages if id_ in safety),
        reviews=tuple(reviews[id_] for id_ in sorted(reviews)),
    )


def _others(frame: Frame) -> tuple[Crumb, ...]:
    """The same table in the course's other languages, which each know their own modules."""
    # Every language of a course is built with it, so that its page is there.
    return tuple(
        Crumb(f"../../{code}/{path_of('counselors', addresses.MODULES)}", language_name(code)) for code in frame.others
    )


def _cells(row: Row, frame: Frame, build: Build) -> Iterator[str]:
    """The row's cells, in the order of `_COLUMNS`."""
    t = frame.strings
    yield row.id
    yield row.title
    yield _WITHIN.join(row.needs)
    yield row.for_whom
    yield row.track.words if row.track else ""
    yield _WITHIN.join(way.words for way in row.ways)
    yield str(row.minutes) if row.is_written else ""
    yield _WITHIN.join(row.objectives)
    yield _WITHIN.join(message.words for message in row.safety)
    yield row.review.words if row.review else t["find_planned"]
    yield row.checked_by
    yield row.next_check
    yield row.language
    lesson = addresses.lesson(frame.slug(row.id))
    yield build.address(f"{frame.language}/{lesson}") if row.is_written else ""
