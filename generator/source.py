"""YAML text → plain values, each with its line and column. The only module that imports yaml.

YAML 1.2 core: `No` stays text, `17:30` stays text; a key is always text. Aliases, tags, duplicate keys and
files nested too deep are problems.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent

from generator.load import Source
from generator.problems import Level, Problem, Problems
from generator.yaml_limits import SENTENCES, directives, unreadable

try:  # libyaml reads ten times faster; every PyPI wheel of PyYAML carries it.
    from yaml import CBaseLoader as _Loader
except ImportError:  # pragma: no cover - a PyYAML built from source without libyaml
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]


class _Composer(_Loader):
    """The parser without its guessing of types, which asks Python three times a node; that is done below, by YAML 1.2."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        return _TAGS[kind]

    def descend_resolver(self, parent: object, index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}

DEEPEST = 40
"""Levels of nesting. The deepest place of a module is at 9."""

MOST = 200
"""Problems of one file that are told; a file with more is the wrong file, or made to tire the reader."""

Path = tuple[str | int, ...]
Keys = Mapping[yaml.Node, Mapping[str, tuple[yaml.Node, yaml.Node]]]
"""Of each group of keys: a key's text → the nodes of the key and of its value. Looking through a list would
take 90,000 steps for each of 90,000 keys."""

_ANCHOR = re.compile(r"(?:^|[\s\[{,])&[^\s,\[\]{}]", re.MULTILINE)
_DEEP = f"the file is nested deeper than {DEEPEST} levels"
_FEW_BRACKETS = 300
_NULL = re.compile(r"~|null|Null|NULL|")
_BOOL = re.compile(r"true|True|TRUE|false|False|FALSE")
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Document:
    """A file's values (dicts, tuples, str, int, float, bool, None) and where each of them stands."""

    path: str
    value: Any
    root: yaml.Node = field(repr=False)
    keys: Keys = field(repr=False)

    def place(self, path: Sequence[str | int]) -> tuple[int, int]:
        """Line and column (from 1) of the value at `path`, or of the nearest thing around it."""
        return _place(self._nearest(path).start_mark)

    def key_place(self, path: Sequence[str | int]) -> tuple[int, int]:
        """Line and column (from 1) of the last key of `path`."""
        found = self.keys.get(self._nearest(path[:-1]), {}).get(str(path[-1])) if path else None
        return _place(found[0].start_mark) if found else self.place(path)

    def _nearest(self, path: Sequence[str | int]) -> yaml.Node:
        """The node at `path`, or the last one on the way to it."""
        node = self.root
        for step in path:
            inside = self._child(node, step)
            if inside is None:
                return node
            node = inside
        return node

    def _child(self, node: yaml.Node, step: str | int) -> yaml.Node | None:
        if isinstance(step, str):
            found = self.keys.get(node, {}).get(step)
            return found[1] if found else None
        if isinstance(node, yaml.SequenceNode) and step < len(node.value):
            child: yaml.Node = node.value[step]
            return child
        return None

    def narrowed(self, value: Any, picks: Mapping[Path, str]) -> Document:
        """The document with another value: at each path of `picks`, a group of keys is replaced by what it holds at a key."""
        keys = dict(self.keys)
        for path, picked in picks.items():
            around, name = self._nearest(path[:-1]), str(path[-1])
            key, group = self.keys[around][name]
            keys[around] = {**keys[around], name: (key, self.keys[group][picked][1])}
        return replace(self, value=value, keys=keys)

    def spot(self, path: Sequence[str | int]) -> tuple[str, int, int]:
        """File, line and column of the value at `path`; the file is another one where an overlay wrote it."""
        return self.path, *self.place(path)

    def problem(
        self, path: Sequence[str | int], message: str, rule: str, level: Level = "error", about: str = ""
    ) -> Problem:
        """A problem at the value of `path`; `about` are the words in it that the problem speaks of."""
        return Problem(*self.spot(path), message, rule, level, about)


def shown(text: str) -> str:
    """What an author wrote as it can stand in a message: on one line, at most 60 characters."""
    line = "".join(letter if letter.isprintable() else " " for letter in text[:61])
    return line if len(text) <= 60 else f"{line[:60]}…"


def read_yaml(source: Source) -> tuple[Document | None, Problems]:
    """Read one document; every problem found is returned with its place."""
    trouble = unreadable(source) or directives(source) or _too_deep(source) or _aliases(source)
    if trouble:
        return None, trouble
    try:
        with _nothing_collected():
            root = yaml.compose(source.text, Loader=_Composer)
    except yaml.MarkedYAMLError as error:
        return None, (_syntax(source, error),)
    if root is None:
        return None, (Problem(source.path, 1, 1, "the file is empty", "file-is-not-empty"),)
    return _document(source, root)


def _document(source: Source, root: yaml.Node) -> tuple[Document, Problems]:
    reader = _Reader(source.path)
    with _nothing_collected():
        value = reader.value(root)
    return Document(source.path, value, root, reader.keys), reader.told()


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Hold the garbage collector: it would walk all nodes again for every few thousand new ones, and free none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _too_deep(source: Source) -> Problems:
    """Measure the depth by events, which do not nest: the composer's own recursion would end the program at 10,000."""
    few_brackets = source.text.count("[") + source.text.count("{") <= _FEW_BRACKETS
    if few_brackets and all(_indent(line) <= 4 * DEEPEST for line in source.text.splitlines()):
        return ()  # What is left goes 500 levels deep at most; the reader says it.
    depth = 0
    try:
        for event in yaml.parse(source.text, Loader=_Loader):
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth > DEEPEST:
                return (Problem(source.path, *_place(event.start_mark), _DEEP, "yaml-is-not-too-deep"),)
    except yaml.YAMLError:
        pass  # The composer stops at the same place, and says it.
    return ()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -?\t"))


def _aliases(source: Source) -> Problems:
    """Find names that are given (`&name`) and used (`*name`): YAML would drop the first out of a text without a word."""
    if not _ANCHOR.search(source.text):
        return ()
    try:
        events = [event for event in yaml.parse(source.text, Loader=_Loader) if getattr(event, "anchor", None)]
    except yaml.YAMLError:
        return ()  # The composer says it with its place.
    used = [event for event in events if isinstance(event, AliasEvent)]
    return tuple(
        Problem(source.path, *_place(event.start_mark), _named(event), "yaml-has-no-aliases")
        for event in (used or events)[:10]
    )


def _named(event: Any) -> str:
    name = shown(str(event.anchor))
    if isinstance(event, AliasEvent):
        return f"an alias (`*{name}`) stands here; write the text out, or put it in quotes if it is text"
    return f"`&{name}` gives this a name, and is no part of the text; put the text in quotes, or take it out"


def _place(mark: Any) -> tuple[int, int]:
    """Line and column from 1; a mark may be missing, then it is the whole file."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _syntax(source: Source, error: yaml.MarkedYAMLError) -> Problem:
    line, column = _place(error.problem_mark or error.context_mark)
    said = f"{error.context or ''} {error.problem or ''}".strip()
    lines = source.text.splitlines()
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: column + 1]:
        sentence, rule = "a tab stands here; use spaces", "yaml-has-no-tabs"
        return Problem(source.path, line, here.index("\t") + 1, sentence, rule)
    sentence = next((text for part, text in SENTENCES.items() if part in said), f"this is not YAML: {said}")
    return Problem(source.path, line, column, sentence, "yaml-is-well-formed")


class _Reader:
    """Turns nodes into values and gathers what is wrong on the way."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.keys: dict[yaml.Node, dict[str, tuple[yaml.Node, yaml.Node]]] = {}
        self._more = 0

    def told(self) -> Problems:
        """The first problems, and how many more there are."""
        if not self._more:
            return tuple(self.problems)
        more = f"there are {self._more:,} more problems in this file; mend these first"
        return (*self.problems, Problem(self.path, 1, 1, more, "file-has-few-problems"))

    def value(self, node: yaml.Node, depth: int = 0) -> Any:
        if depth > DEEPEST:
            self._say(node, _DEEP, "yaml-is-not-too-deep")
            return None
        if not node.tag.startswith(("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")):
            self._say(
                node, f"the tag '{shown(node.tag)}' stands here; tags are not read, delete it", "yaml-has-no-tags"
            )
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.value(item, depth + 1) for item in node.value)
        assert isinstance(node, yaml.ScalarNode)
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        first = self.keys[node] = {}
        values: dict[str, Any] = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._say(key, "a key has to be a word, not a list or a group of keys", "key-is-text")
                continue
            if key.value in first:
                line = first[key.value][0].start_mark.line + 1
                self._say(
                    key,
                    f"the key '{shown(key.value)}' stands here twice; the first is in line {line}",
                    "key-is-there-once",
                )
                continue
            first[key.value] = key, item
            values[key.value] = self.value(item, depth + 1)
        return values

    def _scalar(self, node: yaml.ScalarNode) -> str | int | float | bool | None:
        text: str = node.value
        if node.style in ("'", '"', "|", ">"):
            return text
        if _NULL.fullmatch(text):
            return None
        if _BOOL.fullmatch(text):
            return text.lower() == "true"
        if _INT.fullmatch(text):
            return int(text)
        return float(text) if _FLOAT.fullmatch(text) else text

    def _say(self, node: yaml.Node, message: str, rule: str) -> None:
        if len(self.problems) < MOST:
            self.problems.append(Problem(self.path, *_place(node.start_mark), message, rule))
        else:
            self._more += 1
