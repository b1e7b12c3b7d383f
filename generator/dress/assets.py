"""The files beside the pages: scripts, the styles of those that are fetched when somebody uses them, the icon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.dress.kinds import WEAR
from generator.dress.scripts import FIRST, FRAME, script
from generator.dress.styles import has_stylesheet, stylesheet
from generator.order import Tree
from generator.paths import ASSETS, SCRIPTS
from generator.render.outputs import OutputFile, path_of


def assets(tree: Tree, strings: Mapping[str, str], icon: str) -> tuple[OutputFile, ...]:
    """All of them for one tree, under `assets/`; `icon` names the course's icon."""
    return tuple(OutputFile(path_of(tree, f"assets/{name}"), content) for name, content in _contents(strings, icon))


def _contents(strings: Mapping[str, str], icon: str) -> Iterator[tuple[str, bytes]]:
    yield "icon.svg", (ASSETS / f"{icon}.svg").read_bytes()
    with_page = {name for wear in WEAR.values() for name in wear.styles}
    yield "frame.js", script(FRAME, strings).encode()
    for name in sorted({path.stem for path in SCRIPTS.glob("*.js")} - {FIRST, *FRAME}):
        yield f"{name}.js", script((name,), strings).encode()
        if name not in with_page and has_stylesheet(name):
            yield f"{name}.css", stylesheet(name).encode()
