"""What a text must not hold before a YAML parser sees it: characters that YAML lacks, crowds of directives."""

from __future__ import annotations

import re

from generator.load import Source
from generator.problems import Problem, Problems

SENTENCES = {
    "mapping values are not allowed": "a second ': ' stands in this line; put the text in quotes, or indent the line",
    "could not find expected ':'": "a key here has no ':' after it, or a text runs on without quotes",
    "did not find expected key": "the indentation or a quote just before this place is off",
    "did not find expected '-' indicator": "a list ends here without its '- '; check the indentation",
    "found unexpected end of stream": "a quote or bracket opened above is never closed",
    "found character that cannot start any token": "a text cannot start with this sign; put the text in quotes",
    "while scanning an alias": "a text cannot start with `*`; put the text in quotes",
    "while scanning an anchor": "a text cannot start with `&`; put the text in quotes",
    "found undefined alias": "a text cannot start with `*`; put the text in quotes",
    "found unknown escape character": "a backslash stands in double quotes; use single quotes around the text",
    "escape code": "a backslash stands in double quotes; use single quotes around the text",
    "found another document": "`---` starts a second document here; a file holds one",
    "did not find expected node content": "a bracket opened above is never closed, or a text begins with a bracket or comma",
    "did not find expected ',' or": "a list or group in brackets is not closed, or a comma is missing",
    "exceeded max nesting": "the file is nested too deep",
}
"""A part of what libyaml says → what an author reads."""

_FEW_DIRECTIVES = 10
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
# What libyaml's reader takes; the mark at the start of a file is gone by now.
_NOT_IN_YAML = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n|\r|\n")


def unreadable(source: Source) -> Problems:
    """Look for a character that YAML cannot hold; libyaml says its place in bytes, and without the line."""
    found = _NOT_IN_YAML.search(source.text)
    if found is None:
        return ()
    lines = _LINE_END.split(source.text[: found.start()])
    sentence = "a character stands here that YAML cannot hold; delete it"
    return (Problem(source.path, len(lines), len(lines[-1]) + 1, sentence, "yaml-is-well-formed"),)


def directives(source: Source) -> Problems:
    """Refuse a crowd of `%TAG` lines: libyaml compares each with all before it."""
    found = list(_DIRECTIVE.finditer(source.text))
    if len(found) <= _FEW_DIRECTIVES:
        return ()
    line = len(_LINE_END.split(source.text[: found[0].start()]))
    sentence = f"{len(found):,} lines start with `%`, which declares tags; tags are not read, delete them"
    return (Problem(source.path, line, 1, sentence, "yaml-has-no-tags"),)
