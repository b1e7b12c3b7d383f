"""Records → the site's folder: which files it should hold, which of them stand already, which are to be made."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TypeVar

from generator.course import digest
from generator.guard import MARK, may_write
from generator.inventory import Inventory, folder_of, inventory_of, tree_of
from generator.kept import BuiltFile, read_built, still_there, write_built
from generator.order import Place
from generator.render.course_json import whole
from generator.render.offline import LIST, Listed, digest_of, digests_in, offline_list
from generator.render.outputs import OutputFile, Page, Sheet, path_of
from generator.study import Studied, compile_again, parts_again
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


def make_site(place: Place, version: str, studied: Sequence[Studied], workers: Workers) -> Made:
    """Make what changed, keep the rest, and swap the new folder in."""
    may_write(place, version)
    target, ledger = place.site / version, place.kept / f"built-{version}.json"
    recover(target)
    before = read_built(ledger)
    there = still_there(target, before)
    inventory = reduce(
        Inventory.__or__, (inventory_of(place, language) for language in studied), _mark(version, studied)
    )
    kept = {path: file for path, file in there.items() if inventory.keys.get(path) == file.key}
    done = Made(0, len(kept), 0)
    if len(kept) < len(before) or not inventory.keys.keys() <= kept.keys():
        staging = Staging(target, _workshop(place))
        staging.link(kept)
        made = dict(_files(inventory, kept, studied, staging, workers))
        made |= dict(_offline(inventory, there, {**kept, **made}, staging))
        staging.swap()
        write_built(ledger, {**kept, **made})
        done = Made(len(made), len(kept), len(before.keys() - kept.keys() - made.keys()))
    renew_versions(place, studied[0].frame)
    return done


def _mark(version: str, studied: Sequence[Studied]) -> Inventory:
    """The file that says whose folder this is."""
    frame = studied[0].frame
    told = {"course": frame.slug(frame.spec.id), "version": version}
    content = (json.dumps(told, sort_keys=True) + "\n").encode()
    return Inventory({MARK: digest(content.decode())}, {MARK: OutputFile(MARK, content)}, {})


def _workshop(place: Place) -> Path:
    """Where the new folder is made: on the site's own disk, because a folder cannot be renamed onto another one."""
    elsewhere = place.site.is_dir() and place.site.stat().st_dev != place.kept.stat().st_dev
    return place.site / ".psychoed" if elsewhere else place.kept


def _offline(
    inventory: Inventory, there: Mapping[str, BuiltFile], done: Mapping[str, BuiltFile], staging: Staging
) -> Iterator[tuple[str, BuiltFile]]:
    """Write the lists of what can be kept. The old list knows the digests of files that stayed as they were."""
    for path, keepable in inventory.lists.items():
        if path in done:
            continue
        folder = path.removesuffix(LIST)
        known = digests_in((staging.target / path).read_bytes()) if path in there else {}

        def listed(name: str, folder: str = folder, known: Mapping[str, str] = known) -> Listed:
            address = name.removeprefix(folder)
            old = known.get(address) if there.get(name) == done[name] else None
            return Listed(address, old or digest_of((staging.folder / name).read_bytes()), done[name].size)

        content = offline_list(map(listed, keepable.files), map(listed, keepable.sheets))
        yield path, staging.write(OutputFile(path, content), inventory.keys[path])


def _files(
    inventory: Inventory,
    kept: Mapping[str, BuiltFile],
    studied: Sequence[Studied],
    staging: Staging,
    workers: Workers,
) -> Iterator[tuple[str, BuiltFile]]:
    """Make the missing files and write each as it comes."""
    missing = inventory.keys.keys() - kept.keys()
    for path in sorted(missing & inventory.files.keys()):
        yield path, staging.write(inventory.files[path], inventory.keys[path])
    pages, sheets, files = _sources_of(missing, inventory, studied, workers)
    for path, file in sorted(files.items()):
        yield path, staging.write(OutputFile(path, file.content), inventory.keys[path])
    for path, content in _courses(missing, inventory, workers):
        yield path, staging.write(OutputFile(path, content), inventory.keys[path])
    tasks = [
        PageTask(folder, look, chosen)
        for folder, look in inventory.looks.items()
        for chosen in ([page for path, page in sorted(pages.items()) if folder_of(path) == folder],)
        if chosen
    ]
    printed = [
        SheetTask(path.partition("/")[0] + "/", sheets[path]) for path in _printing_order(sheets, inventory.sheets)
    ]
    for folder, file in workers.make(tasks, printed):
        path = folder + file.path
        yield path, staging.write(OutputFile(path, file.content), inventory.keys[path])


def _courses(missing: set[str], inventory: Inventory, workers: Workers) -> Iterator[tuple[str, bytes]]:
    """The missing files for programs; the entries of a language's modules are read once for all its trees."""
    wanted = {path: language for path, language in sorted(inventory.courses.items()) if path in missing}
    parts = {language.folder: parts_again(language, workers) for language in wanted.values()}
    for path, language in wanted.items():
        tree, entries = tree_of(path.removeprefix(language.folder)), parts[language.folder]
        rows = [entries[module.id][tree] for module in language.facts]
        yield path, whole(tree, language.frame, language.build, rows)


def _printing_order(sheets: Mapping[str, Sheet], of_the_course: Collection[str]) -> list[str]:
    """Sheets of one scale follow each other, for Typst remembers what it has laid out in the same.

    It does so for the last ten files. The course's own are long, so they are spread among the modules' short ones:
    ten long ones in a row took twice the memory.
    """
    scales = ([path for path in sorted(sheets) if sheets[path].large is large] for large in (False, True))
    return [path for scale in scales for path in _spread(scale, of_the_course)]


def _spread(paths: Sequence[str], rare: Collection[str]) -> list[str]:
    """The same paths, those of `rare` evenly among the others; each of the two in its order."""
    few, many = [path for path in paths if path in rare], [path for path in paths if path not in rare]
    places = [(number / len(group), path) for group in (many, few) for number, path in enumerate(group)]
    return [path for _, path in sorted(places)]


def _sources_of(
    missing: set[str], inventory: Inventory, studied: Sequence[Studied], workers: Workers
) -> tuple[dict[str, Page], dict[str, Sheet], dict[str, OutputFile]]:
    """The missing pages and sheets before the engines, and files; kept modules are compiled again where need be."""
    pages = dict(inventory.pages)
    sheets = dict(inventory.sheets)
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
            **compile_again(language, again, workers),
        }
        for file in files:
            pages |= {language.folder + path_of(page.tree, page.address): page for page in compiled[file].pages}
            sheets |= {language.folder + path_of(sheet.tree, sheet.address): sheet for sheet in compiled[file].sheets}
            finished |= {language.folder + one.path: one for one in compiled[file].files}
    return _only(missing, pages), _only(missing, sheets), _only(missing, finished)


def sheet_at(path: str, inventory: Inventory, language: Studied, workers: Workers) -> Sheet | None:
    """One sheet before the print engine, by its path in the version's folder; None where there is none."""
    if path in inventory.sheets:
        return inventory.sheets[path]
    return _sources_of({path}, inventory, [language], workers)[1].get(path)


def _only(missing: set[str], found: Mapping[str, Output]) -> dict[str, Output]:
    return {path: output for path, output in found.items() if path in missing}
