"""Records → the site's folder: which files it should hold, which of them stand already, which are to be made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from generator.course import digest
from generator.engines.look import Look, look_of
from generator.guard import MARK, may_write
from generator.kept import BuiltFile, code_digest, read_built, still_there, write_built
from generator.order import Place
from generator.render import COURSE_PAGES
from generator.render.outputs import TREES, OutputFile, Page, Sheet, Tree, path_of
from generator.render.search import search_index
from generator.render.sitemap import sitemap
from generator.study import Studied, compile_files
from generator.versions import renew_versions
from generator.workers import PageTask, SheetTask, Workers
from generator.write import Staging, recover


@dataclass(frozen=True, slots=True)
class Made:
    """How many files a build made, kept and removed."""

    made: int = 0
    kept: int = 0
    removed: int = 0


NOTHING_MADE = Made()


@dataclass(frozen=True, slots=True)
class Plan:
    """What a version's folder should hold. Paths are relative to it."""

    keys: Mapping[str, str]
    """Path → digest of all that the file is made from."""
    files: Mapping[str, OutputFile]
    """Those that are finished already."""
    pages: Mapping[str, Page]
    """The course's own pages; the modules' are compiled when they are needed."""
    looks: Mapping[str, Look]
    """A tree's folder (`en/`, `en/counselors/`) → its look."""

    def __or__(self, other: Plan) -> Plan:
        return Plan(
            {**self.keys, **other.keys},
            {**self.files, **other.files},
            {**self.pages, **other.pages},
            {**self.looks, **other.looks},
        )


def make_site(place: Place, version: str, studied: Sequence[Studied], workers: Workers) -> Made:
    """Make what changed, keep the rest, and swap the new folder in."""
    may_write(place, version)
    target, ledger = place.site / version, place.kept / f"built-{version}.json"
    recover(target)
    before = read_built(ledger)
    there = still_there(target, before)
    plan = reduce(Plan.__or__, (plan_of(place, language) for language in studied), _mark(version, studied))
    whole = _whole_assets(before, there, plan)
    kept = {path: file for path, file in there.items() if plan.keys.get(path) == file.key or file.key in whole}
    done = Made(0, len(kept), 0)
    if len(kept) < len(before) or not plan.keys.keys() <= kept.keys() or len(whole) < len(plan.looks):
        staging = Staging(target, _workshop(place))
        staging.link(kept)
        made = dict(_files(plan, kept, whole, studied, staging, workers))
        staging.swap()
        write_built(ledger, {**kept, **made})
        done = Made(len(made), len(kept), len(before.keys() - kept.keys() - made.keys()))
    renew_versions(place, studied[0].frame)
    return done


def _mark(version: str, studied: Sequence[Studied]) -> Plan:
    """The file that says whose folder this is."""
    told = {"course": studied[0].frame.spec.id, "version": version}
    content = (json.dumps(told, sort_keys=True) + "\n").encode()
    return Plan({MARK: digest(content.decode())}, {MARK: OutputFile(MARK, content)}, {}, {})


def _workshop(place: Place) -> Path:
    """Where the new folder is made: on the site's own disk, because a folder cannot be renamed onto another one."""
    elsewhere = place.site.is_dir() and place.site.stat().st_dev != place.kept.stat().st_dev
    return place.site / ".psychoed" if elsewhere else place.kept


def plan_of(place: Place, language: Studied) -> Plan:
    """Every file that a language should have."""
    folder = language.folder
    looks = {tree: look_of(tree, place.config_file, language.frame, language.build) for tree in TREES}
    shown = {tree: look.key for tree, look in looks.items()}
    keys = {
        folder + path: digest(key, code_digest())
        for record in language.records.values()
        for path, key in record.sheets.items()
    }
    if "web" not in language.build.formats:
        return Plan(keys, {}, {}, {})
    keys |= {
        folder + path: _page_key(key, shown[_tree(path)])
        for record in language.records.values()
        for path, key in record.pages.items()
    }
    own = [make(language.facts, language.frame, language.build) for make in COURSE_PAGES]
    pages = {folder + path_of(page.tree, page.address): page for page in own}
    keys |= {path: _page_key(page.key, shown[page.tree]) for path, page in pages.items()}
    files = {file.path: file for file in (*_search(language, own), _sitemap(language, keys))}
    keys |= {path: digest(file.content.decode()) for path, file in files.items()}
    return Plan(keys, files, pages, {folder + path_of(tree, ""): look for tree, look in looks.items()})


def _search(language: Studied, own: Sequence[Page]) -> Iterator[OutputFile]:
    """The search index of each tree."""
    for tree in TREES:
        entries = [(page.address, entry) for page in own if page.tree == tree for entry in page.search]
        entries += [
            (address, entry)
            for record in language.records.values()
            for whose, address, entry in record.search
            if whose == tree
        ]
        index = search_index(tree, entries, language.frame.language)
        yield OutputFile(language.folder + index.path, index.content)


def _sitemap(language: Studied, keys: Mapping[str, str]) -> OutputFile:
    pages = [path for path in keys if path.endswith(".html") and not path.startswith(f"{language.folder}counselors/")]
    return sitemap(f"{language.folder}sitemap.xml", language.build.address(), pages)


def _files(
    plan: Plan,
    kept: Mapping[str, BuiltFile],
    whole: frozenset[str],
    studied: Sequence[Studied],
    staging: Staging,
    workers: Workers,
) -> Iterator[tuple[str, BuiltFile]]:
    """Make the missing files and write each as it comes."""
    missing = plan.keys.keys() - kept.keys()
    for path in sorted(missing & plan.files.keys()):
        yield path, staging.write(plan.files[path], plan.keys[path])
    pages, sheets = _sources_of(missing, plan, studied, workers)
    tasks = [
        PageTask(folder, look, chosen, assets)
        for folder, look in plan.looks.items()
        for chosen in ([page for path, page in sorted(pages.items()) if _folder_of(path) == folder],)
        for assets in (_assets_key(folder, look) not in whole,)
        if chosen or assets
    ]
    # Sheets of one scale follow each other: Typst remembers what it has laid out in the same.
    ordered = sorted(sheets.items(), key=lambda item: (item[1].large, item[0]))
    printed = [SheetTask(path.partition("/")[0] + "/", sheet) for path, sheet in ordered]
    for folder, file in workers.make(tasks, printed):
        path = folder + file.path
        yield path, staging.write(OutputFile(path, file.content), plan.keys.get(path) or _key_of_asset(path, plan))


def _sources_of(
    missing: set[str], plan: Plan, studied: Sequence[Studied], workers: Workers
) -> tuple[dict[str, Page], dict[str, Sheet]]:
    """The missing pages and sheets before the engines; kept modules are compiled again where need be."""
    pages = {path: page for path, page in plan.pages.items() if path in missing}
    sheets: dict[str, Sheet] = {}
    for language in studied:
        files = [
            file
            for file, record in language.records.items()
            if any(language.folder + path in missing for path in (*record.pages, *record.sheets))
        ]
        again = [file for file in files if file not in language.compiled]
        compiled = {
            **language.compiled,
            **compile_files(again, language.sources, language.frame, language.build, workers),
        }
        for file in files:
            pages |= {language.folder + path_of(page.tree, page.address): page for page in compiled[file].pages}
            sheets |= {language.folder + path_of(sheet.tree, sheet.address): sheet for sheet in compiled[file].sheets}
    wanted = {path: page for path, page in pages.items() if path in missing}
    return wanted, {path: sheet for path, sheet in sheets.items() if path in missing}


def _tree(path: str) -> Tree:
    return "counselors" if path.startswith("counselors/") else "patients"


def _folder_of(path: str) -> str:
    """The tree's folder that a path of a version stands in."""
    language, _, rest = path.partition("/")
    return f"{language}/{path_of(_tree(rest), '')}"


def _page_key(page: str, look: str) -> str:
    return digest(page, look, code_digest())


def _assets_key(folder: str, look: Look) -> str:
    return digest("assets", folder, look.key, code_digest())


def _key_of_asset(path: str, plan: Plan) -> str:
    folder = _folder_of(path)
    return _assets_key(folder, plan.looks[folder])


def _whole_assets(before: Mapping[str, BuiltFile], there: Mapping[str, BuiltFile], plan: Plan) -> frozenset[str]:
    """The trees whose theme files were built from what is there now, and of which none is missing."""
    standing = {file.key for file in there.values()} - {before[path].key for path in before.keys() - there.keys()}
    return frozenset(standing & {_assets_key(folder, look) for folder, look in plan.looks.items()})
