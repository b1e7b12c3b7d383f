"""The files beside the pages: scripts, the styles of those that are fetched when somebody uses them, icon and logo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.clinic.logo import Logo
from generator.dress.kinds import WEAR
from generator.dress.scripts import FIRST, FRAME, FRONT, LONE, script
from generator.dress.styles import has_stylesheet, stylesheet
from generator.order import Tree
from generator.paths import ASSETS, SCRIPTS
from generator.render.outputs import OutputFile, path_of

OF_COUNSELORS = frozenset({"assign", "find-modules", "group", "guide", "program", "readback"})
"""Scripts that counselors' pages alone ask for. Patients who keep the course without a network need none of them."""


def assets(tree: Tree, strings: Mapping[str, str], icon: str, logo: Logo | None = None) -> tuple[OutputFile, ...]:
    """All of them for one tree, under `assets/`; `icon` names the course's icon, `logo` is the clinic's."""
    drawn = (OutputFile(path_of(tree, logo.address), logo.content),) if logo else ()
    contents = ((name, content) for name, content in _contents(strings, icon) if _is_for(tree, name))
    others = (OutputFile(path_of(tree, f"assets/{name}"), content) for name, content in contents)
    return (*others, *drawn)


def _is_for(tree: Tree, name: str) -> bool:
    return tree == "counselors" or name.partition(".")[0] not in OF_COUNSELORS


def _contents(strings: Mapping[str, str], icon: str) -> Iterator[tuple[str, bytes]]:
    yield "icon.svg", (ASSETS / f"{icon}.svg").read_bytes()
    with_page = {name for wear in WEAR.values() for name in wear.styles}
    yield "frame.js", script(FRAME, strings).encode()
    for name in sorted({path.stem for path in SCRIPTS.glob("*.js")} - {FIRST, *FRAME, LONE, FRONT}):
        yield f"{name}.js", script((name,), strings).encode()
        if name not in with_page and has_stylesheet(name):
            yield f"{name}.css", stylesheet(name).encode()
