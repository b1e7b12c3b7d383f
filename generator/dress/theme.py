"""Material's stylesheet → the part of it that our pages use.

The theme's file is 138 KB, for tabs, blogs, code and a search that we do not have. Kept are the rules whose classes
and elements stand in our pages; the list of classes is short, because the frame is our own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

_CLASSES = (
    "md-typeset md-grid md-container md-main md-main__inner md-content md-content__inner md-overlay md-toggle md-sidebar "
    "md-sidebar--primary md-sidebar--secondary md-sidebar__scrollwrap md-sidebar__inner"
)
CLASSES = frozenset(_CLASSES.split())
_ELEMENTS = (
    "html body a b strong i ul ol li dl dt dd p h1 h2 h3 h4 table thead tbody tr th td details summary code svg figure "
    "figcaption input button select textarea label fieldset legend article main nav mark"
)
ELEMENTS = frozenset(_ELEMENTS.split())
_NEVER = re.compile(
    r"rtl|data-md-color|data-md-scrolllock|::-webkit-scrollbar|:not\(\[class|columnheader|data-preview|\[type\]|[ou]l [ou]l"
    r"|li [ou]l|a:?\w* code"
)
"""Rules for what our pages do not have, though each element of it stands in them: lists in lists, sorted tables."""
_NAME = re.compile(r"(?<![\w-])([.#]?)([a-z][\w-]*)", re.IGNORECASE)
_VARIABLE = re.compile(r"var\((--[\w-]+)")


@cache
def theme_css() -> str:
    """The rules of Material's main stylesheet that our pages need; raises StopIteration if the theme has none."""
    import material

    path = next(Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.min.css"))
    rules = tinycss2.parse_stylesheet(path.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True)
    return _without_unused(tuple(_kept(rules)))


def _kept(rules: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Pairs of what stands before the braces and what stands in them; a media rule holds rules."""
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [part for part in _parts(tinycss2.serialize(rule.prelude)) if _is_used(part)]
            if selectors:
                yield ",".join(selectors), tinycss2.serialize(rule.content)
        elif isinstance(rule, AtRule) and rule.lower_at_keyword == "media" and rule.content is not None:
            inside = tuple(
                _kept(tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True))
            )
            if inside:
                yield f"@media{tinycss2.serialize(rule.prelude)}", "".join(f"{head}{{{body}}}" for head, body in inside)


def _parts(selectors: str) -> list[str]:
    """`a,b:is(c,d)` → `a` and `b:is(c,d)`."""
    return re.split(r",(?![^()]*\))", selectors)


def _is_used(selector: str) -> bool:
    if _NEVER.search(selector):
        return False
    # What stands in brackets is about attributes; a pseudo-class is no element.
    plain = re.sub(r"\[[^\]]*\]|::?[\w-]+", " ", selector)
    return all(
        name in CLASSES if sign == "." else name.lower() in ELEMENTS
        for sign, name in _NAME.findall(plain)
        if sign != "#"
    )


def _without_unused(rules: tuple[tuple[str, str], ...]) -> str:
    """Leave out the theme's variables that no kept rule reads: most hold icons as data."""
    read = {name for _, body in rules for name in _VARIABLE.findall(body)}
    texts = (f"{head}{{{_read_declarations(body, read)}}}" for head, body in rules)
    return "".join(text for text in texts if not text.endswith("{}"))


def _read_declarations(body: str, read: set[str]) -> str:
    if "{" in body or "--" not in body:
        return body
    declared = tinycss2.parse_declaration_list(body, skip_comments=True, skip_whitespace=True)
    kept = (
        one for one in declared if one.type == "declaration" and (not one.name.startswith("--") or one.name in read)
    )
    return ";".join(one.serialize() for one in kept)
