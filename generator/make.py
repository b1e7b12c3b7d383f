"""Records → the site's folder: which files it should hold, which of them stand already, which are to be made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import TypeVar

from generator.course import digest
from generator.dress.assets import assets
from generator.engines.look import Look, look_of
from generator.guard import MARK, may_write
from generator.kept import BuiltFile, code_digest, read_built, still_there, write_built
from generator.order import Place
from generator.render import COURSE_PAGES
from generator.render.offline import LIST, Listed, digest_of, digests_in, offline_list, usual_ending, worker
from generator.render.outputs import TREES, OutputFile, Page, Sheet, Tree, path_of
from generator.render.search import pieces_of, search_files
from generator.render.sitemap import sitemap
from generator.study import Studied, compile_files
from generator.versions import renew_versions
from generator.workers import PageTask, SheetTask, Workers
from generator.write import Staging, recover

Output = TypeVar("Output", Page, Sheet, OutputFile)


@dataclass(frozen=True, slots=True)
class Made:
    """How many files a build made, kept and removed."""

    made: int = 0
    kept: int = 0
    removed: int = 0


NOTHING_MADE = Made()


@dataclass(frozen=True, slots=True)
class Keepable:
    """What readers may keep of a patients' tree: pages with all that they load, and sheets. Paths as in `Plan`."""

    files: tuple[str, ...]
    sheets: tuple[str, ...]


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
    lists: Mapping[str, Keepable] = field(default_factory=dict)
    """Lists of what readers may keep, which are written when all else is there."""

    def __or__(self, other: Plan) -> Plan:
        return Plan(
            {**self.keys, **other.keys},
            {**self.files, **other.files},
            {**self.pages, **other.pages},
            {**self.looks, **other.looks},
            {**self.lists, **other.lists},
        )


def make_site(place: Place, version: str, studied: Sequence[Studied], workers: Workers) -> Made:
    """Make what changed, keep the rest, and swap the new folder in."""
    may_write(place, version)
    target, ledger = place.site / version, place.kept / f"built-{version}.json"
    recover(target)
    before = read_built(ledger)
    there = still_there(target, before)
    plan = reduce(Plan.__or__, (plan_of(place, language) for language in studied), _mark(version, studied))
    kept = {path: file for path, file in there.items() if plan.keys.get(path) == file.key}
    done = Made(0, len(kept), 0)
    if len(kept) < len(before) or not plan.keys.keys() <= kept.keys():
        staging = Staging(target, _workshop(place))
        staging.link(kept)
        made = dict(_files(plan, kept, studied, staging, workers))
        made |= dict(_offline(plan, there, {**kept, **made}, staging))
        staging.swap()
        write_built(ledger, {**kept, **made})
        done = Made(len(made), len(kept), len(before.keys() - kept.keys() - made.keys()))
    renew_versions(place, studied[0].frame)
    return done


def _mark(version: str, studied: Sequence[Studied]) -> Plan:
    """The file that says whose folder this is."""
    frame = studied[0].frame
    told = {"course": frame.slug(frame.spec.id), "version": version}
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
    keys |= {folder + path: key for record in language.records.values() for path, key in record.files.items()}
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
    files = {file.path: file for file in (*_search(language, own), *_assets(language))}
    keys |= {path: file.key for path, file in files.items()}
    keepable = _keepable(language, (*pages, *files), keys)
    lists = {folder + LIST: keepable}
    keys[folder + LIST] = digest(*(f"{path} {keys[path]}" for path in (*keepable.files, *keepable.sheets)))
    last = {file.path: file for file in (_sitemap(language, keys), _worker(language))}
    keys |= {path: file.key for path, file in last.items()}
    trees = {folder + path_of(tree, ""): look for tree, look in looks.items()}
    return Plan(keys, {**files, **last}, pages, trees, lists)


def _search(language: Studied, own: Sequence[Page]) -> Iterator[OutputFile]:
    """The search of each tree: the course's own pages, then the modules in the course's order."""
    place = {id_: number for number, id_ in enumerate(language.frame.spec.modules)}
    modules = sorted(
        (record for record in language.records.values() if record.facts),
        key=lambda record: place.get(record.facts.id, len(place)) if record.facts else 0,
    )
    pieces = (*pieces_of(own), *(piece for record in modules for piece in record.search))
    for tree in TREES:
        for file in search_files(tree, pieces):
            yield OutputFile(language.folder + file.path, file.content)


def _assets(language: Studied) -> Iterator[OutputFile]:
    """The scripts, styles and icons of each tree."""
    for tree in TREES:
        for file in assets(tree, language.frame.strings, language.frame.icon):
            yield OutputFile(language.folder + file.path, file.content)


def _sitemap(language: Studied, keys: Mapping[str, str]) -> OutputFile:
    pages = [
        path
        for path in keys
        if path.endswith(".html") and "/file/" not in path and not path.startswith(f"{language.folder}counselors/")
    ]
    return sitemap(f"{language.folder}sitemap.xml", language.build.address(), pages)


def _worker(language: Studied) -> OutputFile:
    file = worker(language.frame.prefix)
    return OutputFile(language.folder + file.path, file.content)


def _keepable(language: Studied, others: Iterable[str], keys: Mapping[str, str]) -> Keepable:
    """What readers may keep: the modules' pages and `others`, of the patients' tree; of the sheets the usual print."""
    pages = (language.folder + path for record in language.records.values() for path in record.pages)
    ending = usual_ending(language.build)

    def ours(paths: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(path for path in paths if not path.startswith(f"{language.folder}counselors/")))

    return Keepable(ours((*pages, *others)), ours(path for path in keys if path.endswith(ending)))


def _offline(
    plan: Plan, there: Mapping[str, BuiltFile], done: Mapping[str, BuiltFile], staging: Staging
) -> Iterator[tuple[str, BuiltFile]]:
    """Write the lists of what can be kept. The old list knows the digests of files that stayed as they were."""
    for path, keepable in plan.lists.items():
        if path in done:
            continue
        folder = path.removesuffix(LIST)
        known = digests_in((staging.target / path).read_bytes()) if path in there else {}

        def listed(name: str, folder: str = folder, known: Mapping[str, str] = known) -> Listed:
            address = name.removeprefix(folder)
            old = known.get(address) if there.get(name) == done[name] else None
            return Listed(address, old or digest_of((staging.folder / name).read_bytes()), done[name].size)

        content = offline_list(map(listed, keepable.files), map(listed, keepable.sheets))
        yield path, staging.write(OutputFile(path, content), plan.keys[path])


def _files(
    plan: Plan,
    kept: Mapping[str, BuiltFile],
    studied: Sequence[Studied],
    staging: Staging,
    workers: Workers,
) -> Iterator[tuple[str, BuiltFile]]:
    """Make the missing files and write each as it comes."""
    missing = plan.keys.keys() - kept.keys()
    for path in sorted(missing & plan.files.keys()):
        yield path, staging.write(plan.files[path], plan.keys[path])
    pages, sheets, files = _sources_of(missing, plan, studied, workers)
    for path, file in sorted(files.items()):
        yield path, staging.write(OutputFile(path, file.content), plan.keys[path])
    tasks = [
        PageTask(folder, look, chosen)
        for folder, look in plan.looks.items()
        for chosen in ([page for path, page in sorted(pages.items()) if _folder_of(path) == folder],)
        if chosen
    ]
    # Sheets of one scale follow each other: Typst remembers what it has laid out in the same.
    ordered = sorted(sheets.items(), key=lambda item: (item[1].large, item[0]))
    printed = [SheetTask(path.partition("/")[0] + "/", sheet) for path, sheet in ordered]
    for folder, file in workers.make(tasks, printed):
        path = folder + file.path
        yield path, staging.write(OutputFile(path, file.content), plan.keys[path])


def _sources_of(
    missing: set[str], plan: Plan, studied: Sequence[Studied], workers: Workers
) -> tuple[dict[str, Page], dict[str, Sheet], dict[str, OutputFile]]:
    """The missing pages and sheets before the engines, and files; kept modules are compiled again where need be."""
    pages = dict(plan.pages)
    sheets: dict[str, Sheet] = {}
    finished: dict[str, OutputFile] = {}
    for language in studied:
        files = [
            file
            for file, record in language.records.items()
            if any(language.folder + path in missing for path in (*record.pages, *record.sheets, *record.files))
        ]
        again = [file for file in files if file not in language.compiled]
        compiled = {
            **language.compiled,
            **compile_files(again, language.sources, language.frame, language.build, workers),
        }
        for file in files:
            pages |= {language.folder + path_of(page.tree, page.address): page for page in compiled[file].pages}
            sheets |= {language.folder + path_of(sheet.tree, sheet.address): sheet for sheet in compiled[file].sheets}
            finished |= {language.folder + one.path: one for one in compiled[file].files}
    return _only(missing, pages), _only(missing, sheets), _only(missing, finished)


def _only(missing: set[str], found: Mapping[str, Output]) -> dict[str, Output]:
    return {path: output for path, output in found.items() if path in missing}


def _tree(path: str) -> Tree:
    return "counselors" if path.startswith("counselors/") else "patients"


def _folder_of(path: str) -> str:
    """The tree's folder that a path of a version stands in."""
    language, _, rest = path.partition("/")
    return f"{language}/{path_of(_tree(rest), '')}"


def _page_key(page: str, look: str) -> str:
    return digest(page, look, code_digest())
