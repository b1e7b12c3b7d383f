"""What a counselor names → a plan: its link, its code, its slip; and a code → what it holds. No browser, no server."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator import addresses
from generator.build import read_course
from generator.course import Build, Frame
from generator.engines.pdf import set_sheets
from generator.kept import write_whole
from generator.order import Order, Place, Say, silent
from generator.packet import NotBound, may_take
from generator.plans.codes import MOST_MODULES, Item, Kind, NotCode, module_signs, plan_of, read_code, write_code
from generator.problems import Problems, did_you_mean
from generator.programs.weeks import modules_of_week, taught_weeks
from generator.render.print.slip import Slip, link_of, slip_sheet
from generator.schema.course import CourseSpec
from generator.study import build_of
from generator.versions import DRAFT, LATEST, NAME, versions_in


class NotAssigned(NotBound):
    """What was asked for is not in the course, or makes no plan; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a plan should hold, and where its slip goes."""

    modules: tuple[str, ...] = ()
    pathway: str | None = None
    program: str | None = None
    week: int | None = None
    version: str | None = None
    """The newest release if none is named, or the draft where nothing is released."""
    paper: str | None = None
    output: Path | None = None


@dataclass(frozen=True, slots=True)
class Assigned:
    """A plan that was made, or the problems that kept it from being made."""

    problems: Problems
    code: str = ""
    link: str = ""
    titles: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    """Titles of modules that are not written yet."""
    file: Path | None = None
    version: str = ""
    page_is_there: bool = True
    """Whether the site's folder, if anything is built there, has the page that the link leads to."""
    site_url: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A module of a code that was read: its title, empty where this course has no such module, and what is said of it."""

    title: str
    is_read: bool
    is_practiced: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What a code holds, or why it is none."""

    problems: Problems
    kind: Kind = "plan"
    version: str = ""
    lines: tuple[Line, ...] = ()
    refused: NotCode | None = None


def assign(place: Place, order: Order, wish: Wish, say: Say = silent) -> Assigned:
    """Make the plan and its slip; with an error anywhere in the course nothing is written. Raises NotAssigned."""
    language, problems = read_course(place, order, say)
    if language is None:
        return Assigned(problems)
    frame = language.frame
    version = wish.version or newest(place)
    if version != DRAFT and not NAME.fullmatch(version):
        raise NotAssigned(f"'{version}' is no version; write a year and a number, as 2026.1, or dev")
    build = build_of(replace(order, version=version), frame.spec)
    ids, missing = _parted(_wanted(wish, frame), frame.spec)
    code = write_code(plan_of(ids, version), frame.spec.id)
    facts = {module.id: module for module in language.facts}
    slip = Slip(code, tuple(facts[id_] for id_ in ids), wish.paper or frame.spec.papers[0])
    file = _print(slip, wish, frame, build)
    return Assigned(
        problems,
        code,
        link_of(code, frame, build),
        tuple(module.title for module in slip.modules),
        tuple(frame.spec.planned[id_] for id_ in missing),
        file,
        version,
        _page_is_there(place, frame, version),
        build.site_url,
    )


def read_back(place: Place, order: Order, text: str, say: Say = silent) -> Told:
    """Read a code of a plan or of what was done."""
    language, problems = read_course(place, order, say)
    if language is None:
        return Told(problems)
    spec = language.frame.spec
    found = read_code(text, spec.id)
    if isinstance(found, NotCode):
        return Told(problems, refused=found)
    titles = {module_signs(id_): title for id_, title in spec.planned.items()}
    titles |= {module_signs(module.id): module.title for module in language.facts}
    return Told(problems, found.kind, found.version, tuple(_line(item, titles) for item in found.items))


def newest(place: Place) -> str:
    """The newest release that stands in the site; the draft where nothing is released."""
    return next((version.version for version in versions_in(place.site) if LATEST in version.aliases), DRAFT)


def _line(item: Item, titles: dict[str, str]) -> Line:
    return Line(titles.get(item.module, ""), item.is_read, item.is_practiced)


def _wanted(wish: Wish, frame: Frame) -> tuple[str, ...]:
    """The ids that are asked for, each once; those that are named must be there and written."""
    _named(wish.modules, frame.spec)
    return tuple(dict.fromkeys((*wish.modules, *_of_pathway(wish.pathway, frame), *_of_week(wish, frame))))


def _named(ids: Sequence[str], spec: CourseSpec) -> None:
    for id_ in ids:
        if id_ in spec.planned:
            raise NotAssigned(f"the module '{id_}' is not written yet")
        if id_ not in spec.modules:
            raise NotAssigned(f"there is no module '{id_}'{_near(id_, (*spec.modules, *spec.planned), spec.modules)}")


def _near(name: str, known: Iterable[str], shown: Iterable[str]) -> str:
    """The word that may be meant; where none is near, all that there are."""
    near = did_you_mean(name, known, show=0)
    return near if near.endswith("?") else f"; there are: {', '.join(shown)}"


def _of_pathway(id_: str | None, frame: Frame) -> tuple[str, ...]:
    ways = {pathway.id: pathway.modules for pathway in frame.spec.pathways}
    if id_ is None:
        return ()
    if id_ not in ways:
        raise NotAssigned(f"there is no pathway '{id_}'{_near(id_, ways, ways)}")
    return ways[id_]


def _of_week(wish: Wish, frame: Frame) -> tuple[str, ...]:
    if wish.program is None or wish.week is None:
        return ()
    programs = {program.id: program for program in frame.programs}
    if wish.program not in programs:
        there = _near(wish.program, programs, programs) if programs else "; this course has none"
        raise NotAssigned(f"there is no program '{wish.program}'{there}")
    program = programs[wish.program]
    if wish.week not in taught_weeks(program):
        weeks = ", ".join(map(str, taught_weeks(program)))
        raise NotAssigned(f"the program '{program.id}' teaches nothing in week {wish.week}; it does in: {weeks}")
    return modules_of_week(program, wish.week)


def _parted(ids: Sequence[str], spec: CourseSpec) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The modules that are there, and those that are still to be written. Raises NotAssigned if no plan comes of it."""
    there = tuple(id_ for id_ in ids if id_ in spec.modules)
    missing = tuple(id_ for id_ in ids if id_ in spec.planned)
    if not there:
        raise NotAssigned("none of these modules is written yet")
    if len(there) > MOST_MODULES:
        raise NotAssigned(f"a plan holds at most {MOST_MODULES} modules; these are {len(there)}")
    return there, missing


def _print(slip: Slip, wish: Wish, frame: Frame, build: Build) -> Path:
    sheet = slip_sheet(slip, frame, build)
    file = wish.output or Path("slips") / Path(sheet.address).name
    may_take(file)
    (made,) = set_sheets([sheet])
    write_whole(file, made.content)
    return file


def _page_is_there(place: Place, frame: Frame, version: str) -> bool:
    # Where nothing is built, the course may still stand on the web.
    return not versions_in(place.site) or (place.site / version / frame.language / addresses.PLAN).is_file()
