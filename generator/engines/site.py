"""Pages → finished HTML, by mkdocs and Material.

A page's HTML depends on the page, the course-wide frame and the theme alone: the navigation prints the course's
parts and the module's own pages, never a list of all. So any subset of pages can be built by itself, side by side
with others or alone after an edit, and comes out with the same bytes. No private function of mkdocs is used.
"""

from __future__ import annotations

import io
import json
import logging
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jinja2 import Environment

from generator.engines.look import Look, LookError, refuse_foreign_keys, refuse_what_breaks_pages, settings_of
from generator.paths import ASSETS, THEME
from generator.render.outputs import OutputFile, Page, Tree, path_of
from generator.render.web import compiled_templates

ASSET_TYPES = (".css", ".js", ".svg", ".png", ".ico")


def build_pages(pages: Sequence[Page], look: Look, assets: bool) -> tuple[OutputFile, ...]:
    """Build these pages, and with `assets` the theme's and our own files too."""
    from mkdocs.commands.build import build

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with TemporaryDirectory(prefix="psychoed-") as folder:
        docs, site = Path(folder, "docs"), Path(folder, "site")
        write_sources(pages, docs)
        build(mkdocs_config(look, docs, site, assets))
        made = [_built(page, site) for page in pages]
        return (*made, *(_assets(look.tree, site) if assets else ()))


def write_sources(pages: Sequence[Page], docs: Path) -> None:
    """Write pages as the files that a site engine reads: front matter, and a body that is one block of HTML."""
    docs.mkdir(parents=True)
    for page in pages:
        path = docs / source_name(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page_source(page), encoding="utf-8", newline="\n")


def source_name(page: Page) -> str:
    """`stress/index.html` is built from `stress/index.md`."""
    return page.address.removesuffix(".html") + ".md"


def page_source(page: Page) -> str:
    """Front matter (JSON is YAML) and the body."""
    meta = {
        "title": page.title,
        "description": page.description,
        "siblings": [
            {"address": crumb.address, "title": crumb.title, "here": crumb.address == page.address}
            for crumb in page.siblings
        ],
        "contents": [{"address": crumb.address, "title": crumb.title} for crumb in page.contents],
    }
    # Letters as they are: YAML reads JSON's escapes of those beyond 16 bits as two broken halves.
    lines = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in meta.items())
    return f"---\n{lines}\n---\n\n{page.body}\n"


def write_engine_folder(pages: Sequence[Page], look: Look, folder: Path) -> Path:
    """Write what any engine that reads mkdocs.yml needs (Zensical, ProperDocs, mike); return the config file.

    The folder holds `docs/` with the page sources and our files, and a whole mkdocs.yml; the site goes to `site/`.
    """
    write_sources(pages, folder / "docs")
    shutil.copytree(ASSETS, folder / "docs" / "assets")
    shutil.copytree(THEME, folder / "theme")
    whole = json.loads(json.dumps(settings_of(look).value))
    whole |= {"site_name": look.site_name, "docs_dir": "docs", "site_dir": "site"}
    whole["theme"] |= {"custom_dir": "theme", "language": look.language}
    whole["extra"] = {**whole.get("extra", {}), "course": dict(look.course)}
    config = folder / "mkdocs.yml"
    config.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")  # JSON is YAML.
    return config


def mkdocs_config(look: Look, docs: Path, site: Path, assets: bool) -> Any:
    """mkdocs' own config object: the person's mkdocs.yml with the course put beside it."""
    from mkdocs.config import load_config

    document = settings_of(look)
    refuse_foreign_keys(document)
    with _said_by_mkdocs(look.config_file):
        config = load_config(
            io.BytesIO(look.settings.encode()),
            config_file_path=str(look.config_file),
            docs_dir=str(docs),
            site_dir=str(site),
            site_name=look.site_name,
            plugins=[],
            markdown_extensions=["generator.engines.whole_page"],
        )
    refuse_what_breaks_pages(config, document)
    config.theme.dirs.insert(0, str(THEME))
    config.theme["language"] = look.language
    # Their 404 page and site map know one page set only; we write our own site map.
    config.theme.static_templates.clear()
    config.extra["course"] = dict(look.course)
    _lean_environment(config.theme, assets)
    return config


@contextmanager
def _said_by_mkdocs(config_file: Path) -> Iterator[None]:
    """Turn what mkdocs logs of a bad config into one LookError."""
    from mkdocs.config.base import ValidationError
    from mkdocs.exceptions import MkDocsException

    said: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    log = logging.getLogger("mkdocs.config")
    log.addHandler(handler)
    try:
        yield
    except (MkDocsException, SystemExit) as error:
        raise LookError(f"{config_file}: {'; '.join(said) or error}") from None
    except (TypeError, ValidationError) as error:  # It looks at some values before it has checked their types.
        raise LookError(f"{config_file}: a value here is not what mkdocs takes: {error}") from None
    finally:
        log.removeHandler(handler)


def _lean_environment(theme: Any, assets: bool) -> None:
    """Have the theme's templates compiled once per machine, and its 14,000 icons not listed for every few pages."""
    plain_env = theme.get_env

    def env() -> Environment:
        made: Environment = plain_env()
        made.bytecode_cache = compiled_templates()
        if not assets:
            # mkdocs asks for all files of the theme to copy those that are no templates; a chunk without assets needs none.
            made.list_templates = lambda *_, **__: []  # type: ignore[method-assign]
        return made

    theme.get_env = env


def _built(page: Page, site: Path) -> OutputFile:
    return OutputFile(path_of(page.tree, page.address), (site / page.address).read_bytes())


def _assets(tree: Tree, site: Path) -> list[OutputFile]:
    """The theme's styles and scripts (no source maps, no search languages but those used) and our own."""
    theme = sorted(path for path in (site / "assets").rglob("*") if path.is_file() and path.suffix in ASSET_TYPES)
    own = sorted(path for path in ASSETS.iterdir() if path.suffix in ASSET_TYPES)
    files = {f"assets/{path.relative_to(site / 'assets').as_posix()}": path for path in theme}
    files |= {f"assets/{path.name}": path for path in own}
    return [OutputFile(path_of(tree, name), path.read_bytes()) for name, path in sorted(files.items())]
