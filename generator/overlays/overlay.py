"""An overlay as the frame carries it: what it says, and where in its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.exceptions import Held, held_in
from generator.schema.overlay import OverlaySpec
from generator.source import Document, Path


@dataclass(frozen=True, slots=True)
class Overlay:
    """A chosen overlay. It travels to other processes, so it holds places in plain numbers and no YAML nodes."""

    spec: OverlaySpec
    path: str
    places: Mapping[Path, tuple[int, int]] = field(repr=False, default_factory=dict)
    """Line and column (from 1) of each value of the file."""
    exceptions: tuple[Held, ...] = ()
    """Its answers to false alarms."""

    @property
    def id(self) -> str:
        """What clinic.yml calls it by."""
        return self.spec.id

    @property
    def title(self) -> str:
        """Whom it is for, as pages say it."""
        return self.spec.title

    def spot(self, path: Sequence[str | int]) -> tuple[str, int, int]:
        """File, line and column of the value at `path`, or of the nearest thing around it."""
        for length in range(len(path), 0, -1):
            found = self.places.get(tuple(path[:length]))
            if found:
                return self.path, *found
        return self.path, 1, 1


@dataclass(frozen=True, slots=True)
class From:
    """Where a piece is written: in an overlay, or (without one) in the module's or program's own file."""

    path: Path
    overlay: Overlay | None = None

    def inside(self, *steps: str | int) -> From:
        """What stands in it."""
        return From((*self.path, *steps), self.overlay)


def overlay_of(spec: OverlaySpec, document: Document) -> Overlay:
    """The overlay of a file."""
    places = {path: document.place(path) for path in _paths(document.value)}
    return Overlay(spec, document.path, places, held_in(spec.exceptions, document))


def _paths(value: Any, path: Path = ()) -> Iterator[Path]:
    """Every path of plain values, outside in."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _paths(item, (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _paths(item, (*path, index))


@dataclass(frozen=True, slots=True)
class Overlaid(Document):
    """A module's or program's file with overlays on it: what an overlay wrote has its place in the overlay's file."""

    moved: Mapping[Path, From] = field(default_factory=dict)
    """Where the value at a path, and all that is in it, is written; what is not named here stands where it did."""

    def spot(self, path: Sequence[str | int]) -> tuple[str, int, int]:
        """File, line and column of the value at `path`."""
        for length in range(len(path), 0, -1):
            found = self.moved.get(tuple(path[:length]))
            if found:
                written = (*found.path, *path[length:])
                return found.overlay.spot(written) if found.overlay else (self.path, *Document.place(self, written))
        return self.path, *Document.place(self, path)

    def place(self, path: Sequence[str | int]) -> tuple[int, int]:
        """Line and column in whichever file holds the value."""
        return self.spot(path)[1:]


def laid_on(document: Document, moved: Mapping[Path, From]) -> Document:
    """The document with the places of what overlays wrote; itself where they wrote nothing."""
    own = (document.path, document.value, document.root, document.keys)
    return Overlaid(*own, moved) if moved else document
