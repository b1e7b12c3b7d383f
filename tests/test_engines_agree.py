"""No plugin carries anything that matters, and another engine reads the same pages without loss."""

from __future__ import annotations

import html
import re
from pathlib import Path

from generator.build import Order, build_course
from generator.course import Build
from generator.engines.site import look_of, mkdocs_config
from generator.frame import frame_of, read_shared
from generator.study import Place


def test_a_build_runs_without_any_plugin(tiny: Place, tmp_path: Path) -> None:
    shared, _ = read_shared(tiny.course)
    assert shared
    frame = frame_of(shared, "en")
    look = look_of("patients", tiny.config_file, frame, Build("dev", "https://tiny.example/", ("letter",)))
    config = mkdocs_config(look, tmp_path / "docs", tmp_path / "out")
    assert dict(config.plugins) == {}
    assert config.hooks == {}
    assert build_course(tiny, Order(formats=("web",), jobs=1)).good
    assert (tiny.site / "dev/en/search/search_index.json").is_file()


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", page, flags=re.S)).split())
