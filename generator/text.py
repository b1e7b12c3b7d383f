"""Markdown → a small tree of allowed nodes → HTML, print content, plain words.

One dialect (markdown-it-py, raw HTML off) read once; web, print, search and reading level all use the same tree.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.language.names import direction_of

LINK_SCHEMES = ("term:", "worksheet:", "module:", "https:", "tel:", "sms:")
# Control characters, odd line ends, the byte-order mark and noncharacters have no shape and PDF/UA refuses them; marks
# that turn the direction of writing can make a text read as another one.
_UNSHOWN = r"\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
FORBIDDEN = re.compile(rf"[\x00-\x08\x0b-\x1f{_UNSHOWN}]")
ONE_PLAIN_LINE = rf"^[^\x00-\x1f{_UNSHOWN}]*[^\x00-\x20\xa0{_UNSHOWN}][^\x00-\x1f{_UNSHOWN}]*$"
"""What a title or label is: one line, with something in it, and nothing that cannot be shown."""

NodeKind = Literal["paragraph", "bullets", "numbers", "item", "text", "strong", "link", "break", "foreign"]


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of text: what kind it is, its own words or link target, and the pieces in it."""

    kind: NodeKind
    value: str = ""
    children: tuple[Node, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Shape for print: `{"k": kind, "v": value, "c": [children]}`."""
        return {"k": self.kind, "v": self.value, "c": [child.as_json() for child in self.children]}


Nodes = tuple[Node, ...]
LinkTarget = Callable[[str], str]
"""Turns a link as the author wrote it (`term:craving`) into an address for the page it stands on.

An empty one says that there is no such place to go: the link's words then stand by themselves.
"""

_markdown = MarkdownIt("commonmark", {"html": False, "typographer": False}).disable(
    ["image", "html_block", "html_inline"]
)
_KINDS: dict[str, NodeKind] = {
    "paragraph": "paragraph",
    "bullet_list": "bullets",
    "ordered_list": "numbers",
    "list_item": "item",
    "strong": "strong",
    "link": "link",
}
_TAGS = {"paragraph": "p", "bullets": "ul", "numbers": "ol", "item": "li", "strong": "strong"}
_NOT_ALLOWED = {
    "heading": "a heading is not allowed here",
    "em": "*italics* are not allowed here; use **bold**",
    "fence": "a code block is not allowed here",
    "code_block": "a line that starts with four spaces is not allowed here",
    "code_inline": "backticks are not allowed here",
    "blockquote": "a line that starts with `>` is not allowed here",
    "hr": "a horizontal line is not allowed here",
}


_ACTIVE = re.compile(r"[\\`*_\[\]<>&]")


class TextError(ValueError):
    """Text that holds what our Markdown does not allow; the message says what."""


@lru_cache(maxsize=20_000)
def parse(markdown: str) -> Nodes:
    """Read `markdown` into nodes.

    Raises TextError for headings, italics, code, images, raw control characters and links to other schemes.
    """
    found = FORBIDDEN.search(markdown)
    if found:
        raise TextError(f"the character U+{ord(found.group()):04X} cannot be shown; delete it")
    nodes, rest = _gather(_markdown.parse(unicodedata.normalize("NFC", markdown)), 0)
    assert rest == -1
    return nodes


def _gather(tokens: list[Token], start: int) -> tuple[Nodes, int]:
    """Collect sibling nodes from `start`; return them and where their closing token stands (-1: the end)."""
    nodes: list[Node] = []
    at = start
    while at < len(tokens):
        token = tokens[at]
        if token.nesting == -1:
            return tuple(nodes), at
        if token.nesting == 1:
            children, at = _gather(tokens, at + 1)
            # A tight list hides the paragraphs of its items.
            nodes.extend(children if token.hidden else (_branch(token, children),))
        else:
            nodes.extend(_leaf(token))
        at += 1
    return tuple(nodes), -1


def _branch(token: Token, children: Nodes) -> Node:
    name = token.type.removesuffix("_open")
    if name not in _KINDS:
        raise TextError(_NOT_ALLOWED[name])
    target = str(token.attrGet("href") or "") if name == "link" else ""
    if name == "link" and not target.startswith(LINK_SCHEMES):
        raise TextError(f"a link to '{target}' is not allowed; use term:, worksheet:, module: or https:")
    return Node(_KINDS[name], target, children)


def _leaf(token: Token) -> Nodes:
    match token.type:
        case "inline":
            return _gather(token.children or [], 0)[0]
        case "text":
            return (Node("text", token.content),) if token.content else ()
        case "softbreak":
            return (Node("text", " "),)
        case "hardbreak":
            return (Node("break"),)
        case other:
            raise TextError(_NOT_ALLOWED[other])


def to_html(nodes: Nodes, link: LinkTarget) -> str:
    """Render nodes as HTML; every text is escaped, every address comes from `link`."""
    return "".join(_html(node, link) for node in nodes)


def _html(node: Node, link: LinkTarget) -> str:
    match node.kind:
        case "text":
            return html.escape(node.value)
        case "break":
            return "<br>"
        case "link":
            outside = ' rel="noreferrer"' if node.value.startswith("https:") else ""
            css = ' class="ps-term"' if node.value.startswith("term:") else ""
            inner, address = to_html(node.children, link), link(node.value)
            return f'<a href="{html.escape(address)}"{css}{outside}>{inner}</a>' if address else inner
        case "foreign":
            way = direction_of(node.value)
            return f'<span lang="{html.escape(node.value)}" dir="{way}">{to_html(node.children, link)}</span>'
        case kind:
            return f"<{_TAGS[kind]}>{to_html(node.children, link)}</{_TAGS[kind]}>"


def foreign(nodes: Nodes, language: str) -> Nodes:
    """The nodes as words of another language than what stands around them."""
    return (Node("foreign", language, nodes),)


def plain(nodes: Nodes) -> str:
    """The words alone; paragraphs and items end with a line end."""
    return "".join(_plain(node) for node in nodes)


def _plain(node: Node) -> str:
    inner = node.value if node.kind == "text" else " " if node.kind == "break" else plain(node.children)
    return inner.rstrip() + "\n" if node.kind in ("paragraph", "item") else inner


def as_written(words: str) -> str:
    """Plain words as Markdown that shows them letter for letter, wherever in a line they come to stand."""
    return _ACTIVE.sub(r"\\\g<0>", words)


def links(nodes: Nodes) -> Iterator[str]:
    """Every link target in reading order, as the author wrote it."""
    for node in nodes:
        if node.kind == "link":
            yield node.value
        yield from links(node.children)


class RichText(str):
    """Paragraphs, lists, bold and links in simple Markdown."""

    one_line = False

    @property
    def nodes(self) -> Nodes:
        """The text as a tree; a one-line text has no paragraph around it."""
        return parse(str(self))

    @property
    def words(self) -> str:
        """The words without any markup."""
        return plain(self.nodes).strip()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls._check, core_schema.str_schema(strict=True, min_length=1, max_length=5_000)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "minLength": 1, "maxLength": 5_000, "description": cls.__doc__}

    @classmethod
    def _check(cls, value: str) -> RichText:
        try:
            nodes = parse(value)
        except TextError as error:
            raise PydanticCustomError("text-is-simple-markdown", "{why}", {"why": str(error)}) from None
        if not plain(nodes).strip():
            raise PydanticCustomError("text-is-there", "the text is empty")
        if cls.one_line and (len(nodes) != 1 or nodes[0].kind != "paragraph"):
            raise PydanticCustomError(
                "text-is-one-line", "this text is one paragraph; lists and blank lines do not fit here"
            )
        return cls(value)


class RichLine(RichText):
    """One paragraph with bold and links."""

    one_line = True

    @property
    def nodes(self) -> Nodes:
        """What stands inside the paragraph."""
        return parse(str(self))[0].children


def on_paper(nodes: Nodes) -> Nodes:
    """Replace links: numbers become bold, web addresses are written out, links within the course keep their words."""
    return tuple(kept for node in nodes for kept in _on_paper(node))


def _on_paper(node: Node) -> Nodes:
    inside = on_paper(node.children)
    if node.kind != "link":
        return (Node(node.kind, node.value, inside),)
    scheme, _, address = node.value.partition(":")
    match scheme:
        case "tel" | "sms":
            return (Node("strong", "number", inside),)
        case "https" if plain(inside) not in (node.value, address.removeprefix("//")):
            return (*inside, Node("text", f" ({node.value})"))
        case _:
            return inside
