"""Live preview: build, show, and build again when a file changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.order import Place
from generator.paths import TEMPLATES


def serve_site(place: Place, rebuild: Callable[[], None], host: str, port: int) -> None:
    """Serve `place.site` and call `rebuild` when the course, its look or a template changes; ends with Ctrl-C."""
    from mkdocs.livereload import LiveReloadServer

    server = LiveReloadServer(rebuild, host=host, port=port, root=str(place.site), mount_path="/")
    for watched in (place.course, place.config_file, TEMPLATES):
        server.watch(str(Path(watched).resolve()))
    server.serve()  # type: ignore[no-untyped-call]
