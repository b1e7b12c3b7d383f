"""Pages → finished HTML, by mkdocs and Material.

A page's HTML depends on the page, the course-wide frame and the theme alone: the navigation prints the course's
parts and the module's own pages, never a list of all. So any subset of pages can be built by itself, side by side
with others or alone after an edit, and comes out with the same bytes. No private function of mkdocs is used.
"""

from __future__ import annotations

import io
import json
import logging
import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jinja2 import Environment

from generator import addresses
from generator.course import Build, Frame
from generator.load import Source, read_source
from generator.paths import ASSETS, THEME
from generator.problems import did_you_mean
from generator.render.outputs import OutputFile, Page, Tree, path_of
from generator.render.web import compiled_templates
from generator.source import Document, read_yaml, shown
from generator.text import to_html


class LookError(Exception):
    """The person's mkdocs.yml cannot be used; the message says why."""


ASSET_TYPES = (".css", ".js", ".svg", ".png", ".ico")

_LEFT_OUT = ("draft_docs", "exclude_docs", "hooks", "not_in_nav", "plugins")
"""Keys that run other programs or leave pages out; every page that a build asks for has to come."""


@dataclass(frozen=True, slots=True)
class Look:
    """What all pages of a tree share: the config file of the look, and the values the theme prints."""

    config_file: Path
    settings: str = field(repr=False)
    """The config file's text, read once: all pages have the same look, whatever happens to the file meanwhile."""
    tree: Tree
    site_name: str
    language: str
    course: Mapping[str, Any]

    @property
    def key(self) -> str:
        """All that the pages' frame shows, as text to digest."""
        shown = {"name": self.site_name, "language": self.language, "course": dict(self.course)}
        return json.dumps(shown, sort_keys=True) + self.settings


def look_of(tree: Tree, config_file: Path, frame: Frame, build: Build) -> Look:
    """The look of one tree."""
    up = "../" if tree == "counselors" else ""
    t = frame.strings
    home = t["home"] if tree == "patients" else t["all_modules"]
    parts = [
        {"address": f"{up}{addresses.HOME}", "title": home},
        {"address": f"{up}{addresses.HELP}", "title": t["help"]},
        {"address": f"{up}{addresses.GLOSSARY}", "title": t["glossary"]},
        {"address": f"{up}{addresses.ABOUT}", "title": t["about"]},
    ]
    course = {
        "strings": {name: t[name] for name in _SHOWN},
        "parts": parts if tree == "patients" else [{"address": addresses.HOME, "title": t["counselors_title"]}, *parts],
        "help": f"{up}{addresses.HELP}",
        "crisis": to_html(frame.crisis.text, lambda target: target),
        "version": build.version,
        "version_words": t["version"].format(version=build.version),
        "versions": f"{up}../../versions.json",
        "versions_page": f"{up}../../index.html",
        "counselors": "" if tree == "counselors" else f"counselors/{addresses.HOME}",
    }
    name = frame.spec.title if tree == "patients" else t["counselors_title"]
    # Printed sheets alone have no look, and need no such file.
    settings = read_config(config_file) if "web" in build.formats else ""
    return Look(config_file, settings, tree, name, frame.language, course)


def read_config(config_file: Path) -> str:
    """The text of the person's mkdocs.yml. Raises LookError if it is no plain text, OSError if it is not there."""
    found = Path(os.path.realpath(config_file))
    found.stat()
    source, problems = read_source(found.parent, found.name)
    if source is None:
        raise LookError(f"{config_file}: {problems[0].message}")
    return source.text


_SHOWN = ("menu", "search", "help", "in_this_module", "on_this_page", "all_versions", "latest", "counselors", "draft")


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
    whole = json.loads(json.dumps(_settings(look).value))
    whole |= {"site_name": look.site_name, "docs_dir": "docs", "site_dir": "site"}
    whole["theme"] |= {"custom_dir": "theme", "language": look.language}
    whole["extra"] = {**whole.get("extra", {}), "course": dict(look.course)}
    config = folder / "mkdocs.yml"
    config.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")  # JSON is YAML.
    return config


def _settings(look: Look) -> Document:
    """The person's mkdocs.yml as plain values: no tags, which mkdocs would run, and no keys that stand twice."""
    document, problems = read_yaml(Source(str(look.config_file), look.settings, ""))
    if document is None or problems:
        raise LookError("\n".join(map(str, problems)))
    if not isinstance(document.value, dict):
        raise LookError(f"{look.config_file} should be a group of keys, as `site_name: Course`")
    return document


def _refuse_foreign_keys(document: Document) -> None:
    """Raise LookError at a key that mkdocs would warn of, or that would run or leave out what it should not."""
    from mkdocs.config.defaults import MkDocsConfig

    known = MkDocsConfig().keys()
    for key, value in document.value.items():
        if key not in known:
            raise _at(document, key, f"unknown key '{shown(key)}'{did_you_mean(key, known)}")
        if key in _LEFT_OUT and value:
            raise _at(document, key, f"'{key}' cannot be used here; delete it")


def _at(document: Document, key: str, sentence: str) -> LookError:
    line, column = document.key_place((key,))
    return LookError(f"{document.path}:{line}:{column}: {sentence}")


def _refuse_what_breaks_pages(config: Any, document: Document) -> None:
    """Raise LookError if pages would come out elsewhere, or ask other hosts for something."""
    if config.theme.name != "material":
        raise _at(document, "theme", "'theme.name' has to be material, the theme that our pages are made for")
    if config.use_directory_urls:
        raise _at(
            document, "use_directory_urls", "write `use_directory_urls: false`; pages open from a stick then, too"
        )
    if config.theme.get("font") is not False:
        raise _at(document, "theme", "write `font: false` under 'theme'; otherwise pages load fonts from Google")
    for key in ("extra_css", "extra_templates"):
        if not all(isinstance(name, str) for name in config[key]):
            raise _at(document, key, f"'{key}' should be a list of file names, each a text")
    for key, address in _loaded(config):
        if elsewhere(address):
            said = f"'{key}' names '{shown(address)}' on another host; pages load from their own folder alone"
            raise _at(document, key.partition(".")[0], f"{said}; put the file there, or delete this")


def _loaded(config: Any) -> Iterator[tuple[str, str]]:
    """The addresses that pages load by themselves, each with its key."""
    yield from (("extra_css", address) for address in config.extra_css)
    yield from (("extra_javascript", str(script)) for script in config.extra_javascript)
    yield from ((f"theme.{key}", str(config.theme.get(key) or "")) for key in ("favicon", "logo"))


def elsewhere(address: str) -> bool:
    """Whether a browser would leave the site's folder for this: `https://…`, `//…`, also with `\\` or odd spaces."""
    # Browsers read over control characters, and take a backslash for a slash.
    return re.match(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.sub(r"[\x00-\x20]", "", address), re.IGNORECASE) is not None


def mkdocs_config(look: Look, docs: Path, site: Path, assets: bool) -> Any:
    """mkdocs' own config object: the person's mkdocs.yml with the course put beside it."""
    from mkdocs.config import load_config

    document = _settings(look)
    _refuse_foreign_keys(document)
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
    _refuse_what_breaks_pages(config, document)
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
