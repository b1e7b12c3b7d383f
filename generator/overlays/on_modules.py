"""Overlays on a module: the module as people read it, and where each piece of it is written.

An overlay adds, and swaps stories and role-plays. Everything else of a module goes through untouched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any

from pydantic import BaseModel

from generator.course import walk
from generator.overlays.overlay import From, Overlay
from generator.overlays.reviews import joint_review
from generator.overlays.rules import CHANGE_IS_ALONE, TARGET_IS_THERE
from generator.problems import Problem, Problems, did_you_mean
from generator.rules import Rule
from generator.schema.blocks.remember import Remember
from generator.schema.blocks.story import Story
from generator.schema.module import Module, Review
from generator.schema.overlay import Addition, ModuleChange, RolePlaySwap, StorySwap
from generator.source import Path, shown
from generator.text import RichText, as_written

LAST_PART = "practice"
RETOLD = ("before_group", "materials", "timetable")
"""Parts of the guide that name a story by its title in quotes: “Read “Luis at the laundromat” out loud”."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An item of one of the module's lists, and where it is written."""

    value: Any
    written: From


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A module taken apart into the lists that an overlay may change."""

    module: Module
    """As its own file has it."""
    lesson: tuple[Pieces, ...]
    """The blocks of each section."""
    role_plays: Pieces
    watch_for: Pieces
    if_asked: Pieces
    safety: Pieces
    sources: Pieces
    review: Review
    taken: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What is swapped already (kind and name), and by which overlay."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles of stories that went, and of those that stand there now."""
    problems: Problems = ()


def with_overlays(module: Module, overlays: Sequence[Overlay], language: str) -> Module:
    """The module as people read it. What an overlay names and the module lacks is left aside."""
    return lay_on(module, overlays, language)[0]


def lay_on(module: Module, overlays: Sequence[Overlay], language: str) -> tuple[Module, dict[Path, From], Problems]:
    """The module as people read it, where what moved is written, and what could not be done."""
    changing = changes_of(module.id, overlays, language)
    if not changing:
        return module, {}, ()
    laid = reduce(lambda so_far, overlay: _with(so_far, overlay, language), changing, _taken_apart(module))
    return _put_together(laid), dict(_moved(laid)), laid.problems


def changes_of(id_: str, overlays: Sequence[Overlay], language: str) -> tuple[Overlay, ...]:
    """The overlays that change a module."""
    return tuple(overlay for overlay in overlays if id_ in overlay.spec.modules.get(language, {}))


def _taken_apart(module: Module) -> Laid:
    guide = module.guide
    return Laid(
        module,
        tuple(_own(section.blocks, ("lesson", at, "blocks")) for at, section in enumerate(module.lesson)),
        _own(guide.role_plays, ("guide", "role_plays")),
        _own(guide.watch_for, ("guide", "watch_for")),
        _own(guide.if_asked, ("guide", "if_asked")),
        _own(module.safety, ("safety",)),
        _own(module.sources, ("sources",)),
        module.review,
    )


def _own(items: Sequence[Any], path: Path) -> Pieces:
    return tuple(Piece(item, From((*path, index))) for index, item in enumerate(items))


def _values(pieces: Pieces) -> tuple[Any, ...]:
    return tuple(piece.value for piece in pieces)


def _put_together(laid: Laid) -> Module:
    sections = tuple(
        section.model_copy(update={"blocks": _values(blocks)})
        for section, blocks in zip(laid.module.lesson, laid.lesson, strict=True)
    )
    guide = laid.module.guide.model_copy(
        update={
            **{name: _values(getattr(laid, name)) for name in ("role_plays", "watch_for", "if_asked")},
            **{name: _retold(getattr(laid.module.guide, name), laid.titles) for name in RETOLD if laid.titles},
        }
    )
    lists = {"safety": _values(laid.safety), "sources": _values(laid.sources)}
    return laid.module.model_copy(update={"lesson": sections, "guide": guide, **lists, "review": laid.review})


def _moved(laid: Laid) -> Iterator[tuple[Path, From]]:
    lists: list[tuple[Path, Pieces]] = [
        *((("lesson", at, "blocks"), blocks) for at, blocks in enumerate(laid.lesson)),
        *((("guide", name), getattr(laid, name)) for name in ("role_plays", "watch_for", "if_asked")),
        (("safety",), laid.safety),
        (("sources",), laid.sources),
    ]
    for path, pieces in lists:
        for index, piece in enumerate(pieces):
            if piece.written != From((*path, index)):
                yield (*path, index), piece.written


def _with(laid: Laid, overlay: Overlay, language: str) -> Laid:
    """Lay one overlay on: swaps first, because additions move no story."""
    path: Path = ("modules", language, laid.module.id)
    change = overlay.spec.modules[language][laid.module.id]
    for at, swap in enumerate(change.swap):
        laid = _with_story(laid, swap, From((*path, "swap", at), overlay))
    for at, play in enumerate(change.role_plays):
        laid = _with_role_play(laid, play, From((*path, "role_plays", at), overlay))
    for at, addition in enumerate(change.add):
        laid = _with_blocks(laid, addition, From((*path, "add", at), overlay))
    if change.resources:
        end = max(at for at, section in enumerate(laid.module.lesson) if section.part == _last_part(laid.module))
        laid = _inserted(laid, end, _theirs(change.resources, From((*path, "resources"), overlay)))
    laid = replace(laid, review=joint_review(laid.review, [overlay.spec.review]))
    return _with_lists(laid, change, From(path, overlay))


def _last_part(module: Module) -> str:
    parts = {section.part for section in module.lesson}
    return LAST_PART if LAST_PART in parts else module.lesson[-1].part


def _theirs(items: Sequence[Any], written: From) -> Pieces:
    return tuple(Piece(item, written.inside(index)) for index, item in enumerate(items))


def _with_lists(laid: Laid, change: ModuleChange, written: From) -> Laid:
    """Add to the lists that only grow: guide notes, safety messages, sources."""
    safety = tuple(
        piece for piece in _theirs(change.safety, written.inside("safety")) if piece.value not in laid.module.safety
    )
    listed = _values(laid.sources)
    cited = {piece.value: piece for piece in reversed(tuple(_cited(change, written)))}
    return replace(
        laid,
        watch_for=(*laid.watch_for, *_theirs(change.watch_for, written.inside("watch_for"))),
        if_asked=(*laid.if_asked, *_theirs(change.if_asked, written.inside("if_asked"))),
        safety=(*laid.safety, *(piece for piece in safety if piece.value not in _values(laid.safety))),
        sources=(*laid.sources, *(cited[id_] for id_ in sorted(cited) if id_ not in listed)),
    )


def _cited(change: ModuleChange, written: From) -> Iterator[Piece]:
    for path, value in walk(change):
        if len(path) > 1 and path[-2] == "sources":
            yield Piece(value, written.inside(*path))


def _with_story(laid: Laid, swap: StorySwap, written: From) -> Laid:
    stories = {
        piece.value.title: (section, index)
        for section, blocks in enumerate(laid.lesson)
        for index, piece in enumerate(blocks)
        if isinstance(piece.value, Story) and piece.written.overlay is None
    }
    if swap.story not in stories:
        return _unfound(laid, written.inside("story"), "story", swap.story, tuple(stories))
    section, index = stories[swap.story]
    blocks = laid.lesson[section]
    new = _theirs(swap.blocks, written.inside("blocks"))
    laid = _renamed(_taking(laid, "story", swap.story, written), swap)
    return _with_section(laid, section, (*blocks[:index], *new, *blocks[index + 1 :]))


def _with_role_play(laid: Laid, swap: RolePlaySwap, written: From) -> Laid:
    """Another scene; id, stop rule and debrief stay the module's."""
    known = [play.id for play in laid.module.guide.role_plays]
    if swap.role_play not in known or ("role-play", swap.role_play) in laid.taken:
        return _unfound(laid, written.inside("role_play"), "role-play", swap.role_play, known)
    scene = {name: getattr(swap, name) for name in ("title", "scene", "parts", "say_no", "coach")}
    plays = tuple(
        Piece(piece.value.model_copy(update=scene), written) if piece.value.id == swap.role_play else piece
        for piece in laid.role_plays
    )
    return _taking(replace(laid, role_plays=plays), "role-play", swap.role_play, written)


def _renamed(laid: Laid, swap: StorySwap) -> Laid:
    """Remember the new title, for the lines of the guide that call the story by it."""
    new = next((block.title for block in swap.blocks if isinstance(block, Story)), None)
    return replace(laid, titles={**laid.titles, swap.story: new}) if new else laid


def _retold(value: Any, titles: Mapping[str, str]) -> Any:
    """The value with new titles in the place of old ones, where these stand in quotes."""
    if isinstance(value, str):
        rich = isinstance(value, RichText)
        # In one go: two stories may trade their titles. The kind of text stays: a rich text is a class of its own.
        quoted = "|".join(re.escape(f"“{old}”") for old in titles)
        new = {old: as_written(title) if rich else title for old, title in titles.items()}
        told = re.sub(quoted, lambda found: f"“{new[found[0][1:-1]]}”", value)
        return type(value)(told) if told != value else value
    if isinstance(value, BaseModel):
        fields = {name: _retold(getattr(value, name), titles) for name in type(value).model_fields}
        return value.model_copy(update=fields)
    return tuple(_retold(item, titles) for item in value) if isinstance(value, tuple) else value


def _taking(laid: Laid, kind: str, name: str, written: From) -> Laid:
    assert written.overlay is not None
    return replace(laid, taken={**laid.taken, (kind, name): written.overlay.id})


def _unfound(laid: Laid, written: From, kind: str, name: str, known: Sequence[str]) -> Laid:
    """Say that there is no such thing, or that another change has taken it already."""
    taker = laid.taken.get((kind, name))
    if taker:
        said = f"the {kind} '{shown(name)}' of '{laid.module.id}' is swapped by '{taker}' already; that change stays"
        return _saying(laid, written, said, CHANGE_IS_ALONE)
    unknown = f"'{laid.module.id}' has no {kind} '{shown(name)}'{did_you_mean(name, known)}"
    return _saying(laid, written, unknown, TARGET_IS_THERE)


def _with_blocks(laid: Laid, addition: Addition, written: From) -> Laid:
    sections = [(at, section) for at, section in enumerate(laid.module.lesson) if section.part == addition.part]
    if not sections:
        return _saying(
            laid, written, f"'{laid.module.id}' has no section with `part: {addition.part}`", TARGET_IS_THERE
        )
    named = [at for at, section in sections if addition.section in (None, section.heading)]
    if not named:
        known = [section.heading for _, section in sections]
        wanted = str(addition.section)
        said = f"the part '{addition.part}' of '{laid.module.id}' has no section '{shown(wanted)}'"
        return _saying(laid, written.inside("section"), f"{said}{did_you_mean(wanted, known)}", TARGET_IS_THERE)
    return _inserted(laid, named[-1], _theirs(addition.blocks, written.inside("blocks")))


def _inserted(laid: Laid, section: int, new: Pieces) -> Laid:
    """Put blocks at a section's end; the summary stays the last of all."""
    blocks = laid.lesson[section]
    end = len(blocks) - isinstance(blocks[-1].value, Remember)
    return _with_section(laid, section, (*blocks[:end], *new, *blocks[end:]))


def _with_section(laid: Laid, section: int, blocks: Pieces) -> Laid:
    return replace(laid, lesson=(*laid.lesson[:section], blocks, *laid.lesson[section + 1 :]))


def _saying(laid: Laid, written: From, message: str, rule: Rule) -> Laid:
    assert written.overlay is not None
    found = Problem(*written.overlay.spot(written.path), message, rule.id, rule.level)
    return replace(laid, problems=(*laid.problems, found))
