"""A module before and after its overlays, and the course with them → safety messages that would be missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.checks import check
from generator.checks.case import Case
from generator.course import Frame
from generator.facts import Facts
from generator.overlays.on_modules import changes_of, lay_on
from generator.overlays.overlay import Overlay, laid_on
from generator.overlays.rules import KEEPS_SAFETY, SWAP_IS_WHOLE
from generator.problems import Problem, Problems, in_order
from generator.programs.weeks import TEACHING
from generator.schema.blocks.safety import SafetyBlock
from generator.schema.module import Module
from generator.schema.overlay import PathwayChange, ProgramChange
from generator.source import Path
from generator.wording import wording

_NAME = re.compile(r"\b[A-ZÀ-Þ]\w+")


def check_with_overlays(case: Case) -> tuple[Case, Problems]:
    """The module as people read it, and all problems of both: as its own file has it, and with the overlays on it.

    What only the overlays bring about is said at their place.
    """
    found = check(case)
    frame, module = case.frame, case.module
    changing = changes_of(module.id, frame.overlays, frame.language)
    if not changing:
        return case, found
    after, moved, undone = lay_on(module, changing, frame.language)
    new = Case(after, laid_on(case.document, moved), frame)
    # What is said of the module anyway, as of a lesson that is too short, need not be said again with other figures.
    said = {replace(problem, message="") for problem in found}
    brought = (problem for problem in check(new) if replace(problem, message="") not in said)
    told = tuple(_at_overlay(problem, case, changing) for problem in brought)
    kept = _missing_messages(module, after, changing[0], frame.language)
    return new, in_order((*found, *told, *undone, *kept, *_left_names(module, after, changing, frame.language)))


def _at_overlay(problem: Problem, case: Case, changing: Sequence[Overlay]) -> Problem:
    """A problem of the whole, as “the lesson has 1,200 words”, told at what brought it about."""
    if problem.path != case.document.path:
        return problem
    place = changing[0].spot(("modules", case.frame.language, case.module.id))
    names = " and ".join(f"'{overlay.id}'" for overlay in changing)
    return Problem(*place, f"with {names} on it, in {problem.path}: {problem.message}", problem.rule, problem.level)


def safety_of(module: Module) -> Mapping[str, Collection[object]]:
    """All of a module that keeps people safe, by where it stands; equal items count."""
    placed = {
        f"the section '{section.heading}' ({at + 1})": [
            block.message for block in section.blocks if isinstance(block, SafetyBlock)
        ]
        for at, section in enumerate(module.lesson)
    }
    guide = module.guide
    return {
        **placed,
        "`safety`": module.safety,
        "`watch_for`": guide.watch_for,
        "`do_not`": guide.do_not,
        "the stop rules": [(play.id, play.stop_rule) for play in guide.role_plays],
    }


def missing_safety(before: Module, after: Module) -> Iterator[str]:
    """Where something that keeps people safe is gone; empty as long as overlays do what they are made for."""
    there = safety_of(after)
    for place, items in safety_of(before).items():
        if Counter(map(repr, items)) - Counter(map(repr, there.get(place, ()))):
            yield place


def _missing_messages(before: Module, after: Module, overlay: Overlay, language: str) -> Iterator[Problem]:
    for place in missing_safety(before, after):
        said = f"this takes a safety message, a watch-for line or a stop rule away from {place} of '{before.id}'"
        yield Problem(*overlay.spot(("modules", language, before.id)), said, KEEPS_SAFETY.id)


def _left_names(before: Module, after: Module, changing: Sequence[Overlay], language: str) -> Iterator[Problem]:
    """Names from the title of a swapped story that the rest of the module still speaks of."""
    texts = [text for path, text in wording(after) if path[0] in ("lesson", "quiz", "worksheets", "guide")]
    for overlay in changing:
        path: Path = ("modules", language, before.id, "swap")
        for at, swap in enumerate(overlay.spec.modules[language][before.id].swap):
            own = " ".join(text for _, text in wording(swap.blocks))
            for name in _names(before, swap.story):
                still = any(re.search(rf"\b{name}\b", text) for text in texts)
                if still and not re.search(rf"\b{name}\b", own):
                    said = f"'{before.id}' still speaks of {name}, who was in the story; keep the name in the new one"
                    yield Problem(*overlay.spot((*path, at, "story")), said, SWAP_IS_WHOLE.id, SWAP_IS_WHOLE.level)


def _names(module: Module, title: str) -> Iterator[str]:
    """Words of a title with a capital that the module never writes small: most likely names."""
    whole = " ".join(text for _, text in wording(module))
    for word in dict.fromkeys(_NAME.findall(title.replace("’", "'"))):
        if not re.search(rf"\b{word.lower()}\b", whole):
            yield word


def check_safety_stays(facts: Sequence[Facts], frame: Frame, broken: Collection[str] = ()) -> Problems:
    """Compare what modules carry: a swap brings all messages of the module that goes, and so do those that stay.

    Of a module that is not written yet, the messages are those that safety.yml gives to it.

    Example:
        pathways:
          early-recovery:
            swap:
              stress: money-skills
    """
    if not frame.overlays or broken:
        return ()
    carried = _carried(facts, frame)
    after = {("pathways", way.id): way.modules for way in frame.spec.pathways}
    after |= {
        ("programs", program.id): tuple(
            id_ for topics in program.topics for kind in TEACHING for id_ in getattr(topics, kind)
        )
        for program in frame.programs
    }
    return in_order(
        problem
        for overlay in frame.overlays
        for path, change in _changes(overlay)
        if path in after
        for problem in (
            *_swaps(overlay, path, change, carried),
            *_leavings(overlay, path, change, carried, after[path], frame.spec.modules),
        )
    )


def _carried(facts: Sequence[Facts], frame: Frame) -> Mapping[str, frozenset[str]]:
    """The messages of each module, written or planned, without the one that stands everywhere."""
    safety = frame.safety
    given = {
        id_: {message for message, one in safety.messages.items() if id_ in one.modules} for id_ in frame.spec.planned
    }
    there = {module.id: set(module.safety) for module in facts}
    return {id_: frozenset(messages - {safety.everywhere}) for id_, messages in {**given, **there}.items()}


def _changes(overlay: Overlay) -> Iterator[tuple[tuple[str, str], PathwayChange | ProgramChange]]:
    for id_, pathway in overlay.spec.pathways.items():
        yield ("pathways", id_), pathway
    for id_, program in overlay.spec.programs.items():
        yield ("programs", id_), program


def _swaps(
    overlay: Overlay, path: Path, change: PathwayChange | ProgramChange, carried: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    for old, new in change.swap.items():
        lost = carried.get(old, frozenset()) - carried.get(new, frozenset())
        if lost:
            said = f"'{new}' does not carry {_listed(lost)}, as '{old}' does"
            yield Problem(*overlay.spot((*path, "swap", old)), said, KEEPS_SAFETY.id)


def _leavings(
    overlay: Overlay,
    path: Path,
    change: PathwayChange | ProgramChange,
    carried: Mapping[str, frozenset[str]],
    after: Sequence[str],
    written: Collection[str],
) -> Iterator[Problem]:
    for index, id_ in enumerate(change.leave_out):
        # What is still to be written shows nobody a message today.
        left = [other for other in after if other in written or id_ not in written]
        lost = carried.get(id_, frozenset()).difference(*(carried.get(other, frozenset()) for other in left))
        if lost:
            said = f"without '{id_}', no {'written ' * (id_ in written)}module of '{path[-1]}' carries {_listed(lost)}"
            yield Problem(*overlay.spot((*path, "leave_out", index)), said, KEEPS_SAFETY.id)


def _listed(messages: Collection[str]) -> str:
    return ", ".join(sorted(messages))
