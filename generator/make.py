"""Records → the site's folder: which files it should hold, which of them stand already, which are to be made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from generator.course import digest
from generator.engines.site import Look, look_of
from generator.kept import BuiltFile, code_digest, read_built, still_there, write_built
from generator.render import COURSE_PAGES
from generator.render.course_pages import TREES
from generator.render.outputs import OutputFile, Page, Sheet, Tree, path_of
from generator.render.search import search_index
from generator.render.sitemap import sitemap
from generator.study import Language, Place
from generator.versions import write_front_page
from generator.workers import Workers
from generator.write import Staging, recover


@dataclass(frozen=True, slots=True)
class Made:
    """How many files a build made, kept and removed."""

    made: int = 0
    kept: int = 0
    removed: int = 0


@dataclass(slots=True)
class Wanted:
    """All that a version's folder should hold: path → key of its inputs, and what it is made from."""

    keys: dict[str, str] = field(default_factory=dict)
    files: dict[str, OutputFile] = field(default_factory=dict)
    pages: dict[str, tuple[Look, Page]] = field(default_factory=dict)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    looks: list[tuple[str, Look]] = field(default_factory=list)
    """Language's folder and look of each tree."""
    assets: frozenset[str] = frozenset()
    """Keys of the trees whose theme files stand already, every one of them."""


def make_site(
    place: Place,
    version: str,
    languages: list[Language],
    workers: Workers,
    say: Callable[[str, int, int], None],
) -> Made:
    """Make what changed, keep the rest, and swap the new folder in."""
    target, ledger = place.site / version, place.kept / f"built-{version}.json"
    recover(target)
    before = read_built(ledger)
    there = still_there(target, before)
    wanted = Wanted()
    for language in languages:
        _want(place, language, wanted)
    wanted.assets = _whole_assets(before, there, wanted)
    kept = {path: file for path, file in there.items() if wanted.keys.get(path) == file.key or file.key in wanted.assets}
    if len(kept) == len(before) and wanted.keys.keys() <= kept.keys() and len(wanted.assets) == len(wanted.looks):
        return Made(0, len(kept), 0)
    for language in languages:
        _bring(language, {path for path in wanted.keys if path not in kept}, wanted, workers)
    staging = Staging(target, place.kept)
    staging.link(kept)
    made = {path: file for path, file in _files(wanted, kept, staging, workers, say)}
    staging.swap()
    write_built(ledger, {**kept, **made})
    write_front_page(place.site)
    return Made(len(made), len(kept), len(before.keys() - kept.keys() - made.keys()))


def _want(place: Place, language: Language, wanted: Wanted) -> None:
    """Note every file that the language should have."""
    folder = f"{language.frame.language}/"
    looks = {tree: look_of(tree, place.config_file, language.frame, language.build) for tree in TREES}
    for record in language.records.values():
        wanted.keys |= {folder + path: _page_key(key, looks[_tree(path)]) for path, key in record.pages.items()}
        wanted.keys |= {folder + path: digest(key, code_digest()) for path, key in record.sheets.items()}
    if "web" in language.build.formats:
        wanted.looks += [(folder, look) for look in looks.values()]
        _want_course(language, folder, looks, wanted)


def _want_course(language: Language, folder: str, looks: dict[Tree, Look], wanted: Wanted) -> None:
    """The pages that belong to no module, the search indexes and the site maps."""
    pages = [make(language.facts, language.frame, language.build) for make in COURSE_PAGES]
    for page in pages:
        path = folder + path_of(page.tree, page.address)
        wanted.pages[path] = (looks[page.tree], page)
        wanted.keys[path] = _page_key(page.key, looks[page.tree])
    for tree in TREES:
        entries = [(page.address, entry) for page in pages if page.tree == tree for entry in page.search]
        kept = [found for record in language.records.values() for found in record.search if found[0] == tree]
        index = search_index(tree, [*entries, *((address, entry) for _, address, entry in kept)], language.frame.language)
        _want_file(OutputFile(folder + index.path, index.content), wanted)
    patients = [path for path in wanted.keys if path.endswith(".html") and not path.startswith(f"{folder}counselors/")]
    url = f"{language.build.site_url}{language.build.version}/"
    _want_file(sitemap(f"{folder}sitemap.xml", url, patients), wanted)


def _want_file(file: OutputFile, wanted: Wanted) -> None:
    wanted.files[file.path] = file
    wanted.keys[file.path] = digest(file.content.decode())


def _bring(language: Language, missing: set[str], wanted: Wanted, workers: Workers) -> None:
    """Have the pages and sheets of the missing files at hand, compiling kept modules where need be."""
    folder = f"{language.frame.language}/"
    files = [
        file
        for file, record in language.records.items()
        if any(folder + path in missing for path in (*record.pages, *record.sheets))
    ]
    language.recompile(files, workers)
    looks = {look.tree: look for place, look in wanted.looks if place == folder}
    for file in files:
        compiled = language.compiled[file]
        for page in compiled.pages:
            if page.tree in looks:
                wanted.pages[folder + path_of(page.tree, page.address)] = (looks[page.tree], page)
        for sheet in compiled.sheets:
            wanted.sheets[folder + path_of(sheet.tree, sheet.address)] = sheet


def _files(
    wanted: Wanted,
    kept: dict[str, BuiltFile],
    staging: Staging,
    workers: Workers,
    say: Callable[[str, int, int], None],
) -> Iterator[tuple[str, BuiltFile]]:
    """Make the missing files and write each as it comes."""
    missing = wanted.keys.keys() - kept.keys()
    for path in sorted(missing & wanted.files.keys()):
        yield path, staging.write(wanted.files[path], wanted.keys[path])
    groups = []
    for folder, look in wanted.looks:
        assets = _assets_key(folder, look) not in wanted.assets
        pages = [page for path, (whose, page) in sorted(wanted.pages.items()) if whose is look and path in missing]
        if pages or assets:
            groups.append((folder, look, pages, assets))
    sheets = [(path, sheet) for path, sheet in sorted(wanted.sheets.items()) if path in missing]
    total, done = sum(len(pages) for _, _, pages, _ in groups) + len(sheets), 0
    for folder, file in workers.make(groups, [(path.partition("/")[0] + "/", sheet) for path, sheet in sheets]):
        path = folder + file.path
        done += path in wanted.keys
        say("make", done, total)
        key = wanted.keys.get(path) or _key_of_asset(path, wanted)
        yield path, staging.write(OutputFile(path, file.content), key)


def _key_of_asset(path: str, wanted: Wanted) -> str:
    return next(_assets_key(folder, look) for folder, look in wanted.looks if path.startswith(_assets_folder(folder, look)))


def _tree(path: str) -> Tree:
    return "counselors" if path.startswith("counselors/") else "patients"


def _page_key(page: str, look: Look) -> str:
    return digest(page, _look_key(look), code_digest())


def _look_key(look: Look) -> str:
    return _digest_once(look.key)


@cache
def _digest_once(text: str) -> str:
    return digest(text)


def _assets_folder(folder: str, look: Look) -> str:
    return folder + path_of(look.tree, "assets/")


def _assets_key(folder: str, look: Look) -> str:
    return digest("assets", folder, look.tree, _look_key(look), code_digest())


def _whole_assets(before: dict[str, BuiltFile], there: dict[str, BuiltFile], wanted: Wanted) -> frozenset[str]:
    """The trees whose theme files were built from what is there now, and of which none is missing."""
    standing = {file.key for file in there.values()} - {before[path].key for path in before.keys() - there.keys()}
    return frozenset(standing & {_assets_key(folder, look) for folder, look in wanted.looks})
