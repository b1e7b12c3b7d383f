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

from generator.dress.scripts import first_script
from generator.dress.styles import page_css
from generator.engines.audit import audit
from generator.engines.look import Look, LookError, dressed, refuse_foreign_keys, refuse_what_breaks_pages, settings_of
from generator.paths import THEME
from generator.render.outputs import OutputFile, Page, path_of
from generator.render.web import compiled_templates


def build_pages(pages: Sequence[Page], look: Look) -> tuple[OutputFile, ...]:
    """Build these pages."""
    from mkdocs.commands.build import build

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    with TemporaryDirectory(prefix="psychoed-") as folder:
        docs, site = Path(folder, "docs"), Path(folder, "site")
        write_sources(pages, docs)
        build(mkdocs_config(look, docs, site))
        return tuple(_built(page, site, look) for page in pages)


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
        "kind": page.kind,
        "address": page.address,
        "language": page.language,
        "siblings": [
            {"address": crumb.address, "title": crumb.title, "here": crumb.address == page.address}
            for crumb in page.siblings
        ],
        "contents": [{"address": crumb.address, "title": crumb.title} for crumb in page.contents],
    }
    # Letters as they are: YAML reads JSON's escapes of those beyond 16 bits as two broken halves.
    lines = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in meta.items())
    return f"---\n{lines}\n---\n\n{page.html}\n"


def write_engine_folder(pages: Sequence[Page], files: Sequence[OutputFile], look: Look, folder: Path) -> Path:
    """Write what any engine that reads mkdocs.yml needs (Zensical, ProperDocs, mike); return the config file.

    The folder holds `docs/` with the page sources and the files beside them, and a whole mkdocs.yml; the site goes to `site/`.
    """
    write_sources(pages, folder / "docs")
    for file in files:
        path = folder / "docs" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    shutil.copytree(THEME, folder / "theme")
    whole = json.loads(json.dumps(settings_of(look).value))
    whole |= {"site_name": look.site_name, "docs_dir": "docs", "site_dir": "site"}
    whole["theme"] |= {"custom_dir": "theme", "language": "en"}
    whole["extra"] = {**whole.get("extra", {}), "course": dressed(look)}
    config = folder / "mkdocs.yml"
    config.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")  # JSON is YAML.
    return config


def mkdocs_config(look: Look, docs: Path, site: Path) -> Any:
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
    # The theme knows 60 languages, and ours may be another; its few words are replaced by our own (partials/language.html).
    config.theme["language"] = "en"
    # Their 404 page and site map know one page set only; we write our own site map.
    config.theme.static_templates.clear()
    config.extra["course"] = dressed(look)
    _lean_environment(config.theme)
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


def _lean_environment(theme: Any) -> None:
    """Have the theme's templates compiled once per machine, and its 14,000 icons neither listed nor copied."""
    plain_env = theme.get_env

    def env() -> Environment:
        made: Environment = plain_env()
        made.bytecode_cache = compiled_templates()
        # mkdocs asks for all files of the theme to copy those that are no templates; our pages use none of them.
        made.list_templates = lambda *_, **__: []  # type: ignore[method-assign]
        return made

    theme.get_env = env


def _built(page: Page, site: Path, look: Look) -> OutputFile:
    content = (site / page.address).read_bytes()
    style = page_css(page.kind, look.dye, look.is_named, look.direction)
    audit(path_of(page.tree, page.address), content.decode(), first_script(), style)
    return OutputFile(path_of(page.tree, page.address), content)
