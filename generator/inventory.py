"""Records → Inventory: which files a version's folder should hold, and what each is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.clinic.display import logo_of
from generator.course import digest
from generator.dress.assets import assets
from generator.engines.look import Look, look_of
from generator.history.shape import NAME
from generator.kept import code_digest
from generator.order import Place, Tree
from generator.render import COURSE_FILES, COURSE_PAGES
from generator.render.course_json import head
from generator.render.offline import LIST, usual_ending, worker
from generator.render.outputs import OutputFile, Page, Sheet, path_of
from generator.render.print.sheets import course_sheets
from generator.render.search import pieces_of, search_files
from generator.render.sitemap import sitemap
from generator.study import Studied


@dataclass(frozen=True, slots=True)
class Keepable:
    """What readers may keep of a patients' tree: pages with all that they load, and sheets. Paths as in `Inventory`."""

    files: tuple[str, ...]
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a version's folder should hold. Paths are relative to it."""

    keys: Mapping[str, str]
    """Path → digest of all that the file is made from."""
    files: Mapping[str, OutputFile]
    """Those that are finished already."""
    pages: Mapping[str, Page]
    """The course's own pages; the modules' are compiled when they are needed."""
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    """The course's own sheets."""
    looks: Mapping[str, Look] = field(default_factory=dict)
    """A tree's folder (`en/`, `en/counselors/`) → its look."""
    lists: Mapping[str, Keepable] = field(default_factory=dict)
    """Lists of what readers may keep, which are written when all else is there."""
    courses: Mapping[str, Studied] = field(default_factory=dict)
    """The course as files for programs, which are put together of what was kept of its modules."""

    def __or__(self, other: Inventory) -> Inventory:
        return Inventory(
            {**self.keys, **other.keys},
            {**self.files, **other.files},
            {**self.pages, **other.pages},
            {**self.sheets, **other.sheets},
            {**self.looks, **other.looks},
            {**self.lists, **other.lists},
            {**self.courses, **other.courses},
        )


def inventory_of(place: Place, language: Studied) -> Inventory:
    """Every file that a language should have, of the trees and in the formats that are asked for."""
    keys = {
        **{path: digest(key, code_digest()) for path, key in _of_modules(language, "sheets")},
        **dict(_of_modules(language, "files")),
    }
    own = course_sheets(language.facts, language.frame, language.build) if "print" in language.build.formats else ()
    sheets = {language.folder + path_of(sheet.tree, sheet.address): sheet for sheet in own}
    keys |= {path: digest(sheet.key, code_digest()) for path, sheet in sheets.items()}
    printed = Inventory(keys, {}, {}, sheets)
    return printed | _pages(place, language, keys) if "web" in language.build.formats else printed


def _of_modules(language: Studied, kind: Literal["pages", "sheets", "files"]) -> Iterator[tuple[str, str]]:
    """Path in the version's folder and key of the modules' outputs of a kind."""
    for record in language.records.values():
        for path, key in getattr(record, kind).items():
            yield language.folder + path, key


def _pages(place: Place, language: Studied, printed: Mapping[str, str]) -> Inventory:
    """The pages and all that they load; `printed` holds the keys of what has no part in that."""
    folder, build, frame = language.folder, language.build, language.frame
    looks = {folder + path_of(tree, ""): look_of(tree, place.config_file, frame, build) for tree in build.trees}
    shown = {where: look.key for where, look in looks.items()}
    keys = {path: _page_key(key, shown[folder_of(path)]) for path, key in _of_modules(language, "pages")}
    made = (page for make in COURSE_PAGES for page in make(language.facts, frame, build))
    own = [page for page in made if page.tree in build.trees]
    pages = {folder + path_of(page.tree, page.address): page for page in own}
    keys |= {path: _page_key(page.key, shown[folder_of(path)]) for path, page in pages.items()}
    files = {file.path: file for file in (*_search(language, own), *_assets(language), *_own_files(language))}
    keys |= {path: file.key for path, file in files.items()}
    inventory = Inventory(keys, files, pages, looks=looks) | _for_programs(language)
    return (
        inventory | _around(language, {**printed, **keys}, (*pages, *files)) if "patients" in build.trees else inventory
    )


def _around(language: Studied, keys: Mapping[str, str], others: Iterable[str]) -> Inventory:
    """What only the patients' tree has: the sitemap, and what readers need to keep the course."""
    keepable, path = _keepable(language, others, keys), language.folder + LIST
    listed = digest(*(f"{name} {keys[name]}" for name in (*keepable.files, *keepable.sheets)))
    files = {file.path: file for file in (_sitemap(language, keys), _worker(language))}
    return Inventory(
        {path: listed, **{name: file.key for name, file in files.items()}}, files, {}, lists={path: keepable}
    )


def _for_programs(language: Studied) -> Inventory:
    """The course as a file for programs, in each tree; no page loads it, and nobody needs it offline."""
    kept = {record.facts.id: record.parts for record in language.records.values() if record.facts}
    modules = [kept[module.id] for module in language.facts]
    keys = {
        language.folder + path_of(tree, NAME): digest(
            head(tree, language.frame, language.build), *modules, code_digest()
        )
        for tree in language.build.trees
    }
    return Inventory(keys, {}, {}, courses=dict.fromkeys(keys, language))


def _own_files(language: Studied) -> Iterator[OutputFile]:
    """Files of the course that need no engine."""
    for make in COURSE_FILES:
        for file in make(language.facts, language.frame, language.build):
            if tree_of(file.path) in language.build.trees:
                yield OutputFile(language.folder + file.path, file.content)


def _search(language: Studied, own: Sequence[Page]) -> Iterator[OutputFile]:
    """The search of each tree: the course's own pages, then the modules in the course's order."""
    place = {id_: number for number, id_ in enumerate(language.frame.spec.modules)}
    modules = sorted(
        (record for record in language.records.values() if record.facts),
        key=lambda record: place.get(record.facts.id, len(place)) if record.facts else 0,
    )
    # Tree by tree, so that a tree that is built alone is cut into the same pieces.
    pages = sorted(own, key=lambda page: page.tree)
    pieces = (*pieces_of(pages), *(piece for record in modules for piece in record.search))
    for tree in language.build.trees:
        for file in search_files(tree, pieces):
            yield OutputFile(language.folder + file.path, file.content)


def _assets(language: Studied) -> Iterator[OutputFile]:
    """The scripts, styles and icons of each tree."""
    for tree in language.build.trees:
        for file in assets(tree, language.frame.strings, language.frame.icon, logo_of(language.frame)):
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


def tree_of(path: str) -> Tree:
    """The tree of a path in the language's folder."""
    return "counselors" if path.startswith("counselors/") else "patients"


def folder_of(path: str) -> str:
    """The tree's folder that a path of a version stands in."""
    language, _, rest = path.partition("/")
    return f"{language}/{path_of(tree_of(rest), '')}"


def _page_key(page: str, look: str) -> str:
    return digest(page, look, code_digest())
