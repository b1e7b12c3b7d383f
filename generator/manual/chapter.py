"""Markdown → a chapter: HTML with an anchor at each heading, and what the search finds in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from generator.render.lesson import anchor_of

_markdown = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a chapter: its level from 2, its anchor and its words."""

    level: int
    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Found:
    """A part of a chapter as the search finds it."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page of the manual."""

    name: str
    """Its file's name without `.html`."""
    title: str
    body: Markup
    headings: tuple[Heading, ...]
    search: tuple[Found, ...]


def chapter(name: str, text: str, shown: Sequence[str] = ()) -> Chapter:
    """Turn Markdown into a chapter. A line `[[3]]` by itself is replaced by the fourth of the finished pieces `shown`."""
    tokens = _markdown.parse(text)
    headings = tuple(_anchored(tokens))
    title = headings[0].title if headings else name
    body = _markdown.renderer.render(tokens, _markdown.options, {})
    body = _COMMANDS.sub(_lines, body)
    # What is wide scrolls by itself, by the keyboard too; a page never does sideways.
    body = body.replace("<pre>", '<pre tabindex="0">')
    body = body.replace("<table>", '<div class="psm-wide" tabindex="0"><table>').replace("</table>", "</table></div>")
    for number, piece in enumerate(shown):
        body = body.replace(f"<p>[[{number}]]</p>", piece)
    return Chapter(name, title, Markup(body), headings[1:], tuple(_parts(tokens, title)))


_COMMANDS = re.compile(r'(<code class="language-sh">)(.*?)\n?(</code>)', re.DOTALL)


def _lines(found: re.Match[str]) -> str:
    """Commands, one a line, each to be shown with the sign that a terminal has in front."""
    lines = "\n".join(f'<span class="psm-command">{line}</span>' for line in found[2].split("\n"))
    return f"{found[1]}{lines}\n{found[3]}"


def _anchored(tokens: Sequence[Token]) -> Iterator[Heading]:
    """Give each heading an anchor of its own."""
    taken: dict[str, int] = {}
    for opening, inside in pairwise(tokens):
        if opening.type != "heading_open":
            continue
        title = _words(inside)
        anchor = anchor_of(title) or "part"
        taken[anchor] = taken.get(anchor, 0) + 1
        anchor = anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"
        opening.attrSet("id", anchor)
        yield Heading(int(opening.tag[1]), anchor, title)


def _words(inline: Token) -> str:
    return "".join(child.content for child in inline.children or () if child.type in ("text", "code_inline"))


def _parts(tokens: Sequence[Token], title: str) -> Iterator[Found]:
    anchor, heading, said = "", title, list[str]()
    for number, token in enumerate(tokens):
        if token.type == "heading_open":
            yield Found(anchor, heading, " ".join(said))
            anchor, heading, said = str(token.attrGet("id")), _words(tokens[number + 1]), []
        elif token.type == "inline":
            said.append(_words(token))
        elif token.type == "fence":
            said.append(token.content)
    yield Found(anchor, heading, " ".join(said))


def written(folder: Path) -> tuple[tuple[int, Chapter], ...]:
    """The chapters that somebody wrote, each with the number that its file's name begins with."""
    return tuple(
        (int(found[1]), chapter(found[2], path.read_text("utf-8")))
        for path in sorted(folder.glob("*.md"))
        if (found := re.fullmatch(r"(\d+)-([a-z0-9-]+)\.md", path.name))
    )


def example(text: str) -> str:
    """YAML as a block of Markdown."""
    return f"```yaml\n{text}\n```"
