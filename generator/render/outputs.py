"""What the formats make: pages for the site engine, sheets for the print engine, files for the disk."""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from generator.dress.kinds import PageKind
from generator.language.names import Direction
from generator.order import Tree


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A section of a page as the search finds it: its anchor ("" for the page), title and words."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Crumb:
    """A link of the navigation: an address within the tree, and its words."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class LatePart:
    """Words of a page that cost much to make: they are made with the page, and a page that is kept does without.

    A template shows it as `{{ part }}`: that leaves a mark, in whose place `Page.html` puts the words.
    """

    key: str
    """Digest of all that the words are made of."""
    words: Callable[[], str]
    """Makes them, in whichever process: a function of a module, or `partial` of one."""

    def __str__(self) -> str:
        return f"late-{self.key}"


@dataclass(frozen=True, slots=True)
class Page:
    """A page before the site engine has put the frame around it.

    `address` is its path within the tree (`stress/index.html`); `body` is finished HTML but for its late parts.
    """

    tree: Tree
    address: str
    kind: PageKind
    title: str
    description: str
    body: str
    siblings: tuple[Crumb, ...] = ()
    """This module's other pages."""
    contents: tuple[Crumb, ...] = ()
    """The page's own sections, as anchors."""
    search: tuple[SearchEntry, ...] = ()
    late: tuple[LatePart, ...] = ()
    language: str = ""
    """The language of the body and of the titles, where it is another one than the tree's."""

    @property
    def key(self) -> str:
        """Digest of all that the site engine reads of the page; of a late part, of what that is made of."""
        return hashlib.sha256(json.dumps(asdict(replace(self, late=())), sort_keys=True).encode()).hexdigest()

    @property
    def html(self) -> str:
        """The body with its late parts."""
        whole = self.body
        for part in self.late:
            whole = whole.replace(str(part), html.escape(part.words()))
        return whole


@dataclass(frozen=True, slots=True)
class Sheet:
    """A PDF before the print engine has set it; `payload` is the JSON that the print templates read."""

    tree: Tree
    address: str
    payload: str
    large: bool = False
    """Whether it is set in the type scale of large print."""
    form: bool = False
    """Whether its fields are to be real form fields."""
    direction: Direction = "ltr"
    """Which way its letters run."""

    @property
    def key(self) -> str:
        """Digest of all that the print engine reads."""
        return hashlib.sha256(f"{self.large} {self.form} {self.payload}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A finished file; the engines name it within a language's folder, the builder within a version's."""

    path: str
    content: bytes

    @property
    def key(self) -> str:
        """Digest of the content."""
        return hashlib.sha256(self.content).hexdigest()


def path_of(tree: Tree, address: str) -> str:
    """Where an address of a tree stands in the language's folder."""
    return f"counselors/{address}" if tree == "counselors" else address
