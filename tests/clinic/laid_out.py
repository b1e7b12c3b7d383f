"""The tiny course with a clinic's file in which everything is set, and what the tests read of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from generator.compile import read_module
from generator.frame import frame_of, read_shared
from generator.load import read_source
from generator.order import Order, Place
from generator.render.print.packet import Packet, packet_sheet
from generator.study import build_of
from tests.conftest import COURSES, ROOT

WEB = Order(formats=("web",), jobs=1)


def laid_out(folder: Path, more: str = "") -> Place:
    """The tiny course with the clinic's two files beside it, and `more` lines in the first."""
    shutil.copytree(COURSES / "tiny", folder / "tiny")
    for name in ("clinic.yml", "logo.svg"):
        shutil.copy(COURSES / "clinic" / name, folder / "tiny")
    with (folder / "tiny" / "clinic.yml").open("a", encoding="utf-8") as file:
        file.write(more)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return Place(folder / "tiny", folder / "mkdocs.yml", folder / "site")


def page(home: Path, name: str) -> str:
    """A page's HTML."""
    return (home / name).read_text("utf-8")


def frame_in(place: Place) -> Any:
    """The frame of the course at a place."""
    shared, problems = read_shared(place.course)
    assert shared is not None, problems
    return frame_of(shared, "en")


def module_in(place: Place, name: str = "one-thing") -> Any:
    """A module of the course."""
    source, _ = read_source(place.course, f"en/{name}.yml")
    assert source is not None
    case, _ = read_module(source, frame_in(place))
    assert case is not None
    return case.module


def packet_of(place: Place) -> dict[str, Any]:
    """What the pages around a leader's packet say."""
    frame = frame_in(place)
    sheet = packet_sheet(Packet("leader", (module_in(place),), "a4"), frame, build_of(Order(), frame.spec))
    found: dict[str, Any] = json.loads(sheet.payload)["packet"]
    return found
