"""A name, a title and a course → a new module: valid, and with every kind of block, field, question and picture in it.

The items are the examples in the docstrings of the specs, so that a kind that is added or changed later is right here too.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from pydantic import BaseModel

from generator.described import example_of, kind_of, summary_of
from generator.editors import modeline
from generator.paths import START
from generator.schema.blocks import BLOCKS
from generator.schema.fields import FIELDS
from generator.schema.pictures import PICTURES
from generator.schema.questions import QUESTIONS

KINDS: Mapping[str, tuple[type[BaseModel], ...]] = {
    "blocks": BLOCKS,
    "fields": FIELDS,
    "questions": QUESTIONS,
    "pictures": PICTURES,
}
WORKING_BLOCKS = ("text", "picture", "know", "story", "steps", "key_idea", "safety", "try_this", "card", "remember")
"""Those that the template has as live examples; others that there are stand there as notes."""
WORKING_QUESTIONS = ("one_answer", "several_answers", "true_false", "could_help", "matching", "ordering")
OBJECTIVES = ("say-what-it-is", "name-signs", "try-a-skill")
PICTURE = "systems"
"""The kind of the one live picture: its labels can be hidden, as a labelled_picture field needs it."""


@dataclass(frozen=True, slots=True)
class NewModule:
    """What a new module is made of: its own name and title, and what it finds in its course."""

    id: str
    title: str
    tracks: Sequence[str]
    safety: Sequence[str]
    """Ids of the messages it has to carry, the one of every page first."""
    source: str
    """The id of a source to show how one is cited."""
    today: date


def skeleton(new: NewModule) -> str:
    """The module as YAML, with notes that say what to write."""
    return _template(new).render(
        modeline=modeline(),
        id=new.id,
        title=quoted(new.title),
        handout=quoted(f"Lesson handout “{new.title}”"),
        tracks=", ".join(new.tracks),
        track=new.tracks[0],
        safety=", ".join(new.safety),
        first_safety=new.safety[0],
        source=new.source,
        picture=_id_of(PICTURE),
        first_picture=PICTURE,
        half=(len(FIELDS) + 1) // 2,
        questions=WORKING_QUESTIONS,
        objective=lambda number: OBJECTIVES[number % len(OBJECTIVES)],
        next_review=f"{new.today.year + 1}-{new.today.month:02}",
    )


def _template(new: NewModule) -> Template:
    env = Environment(
        loader=FileSystemLoader(START),
        undefined=StrictUndefined,
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.globals |= {"note": _note, "example": _example(new), "commented": _commented, "rest": _rest, "kinds": kinds}
    return env.get_template("module.yml")


def kinds(group: str) -> tuple[str, ...]:
    """The kinds of a group: `blocks`, `fields`, `questions`, `pictures`."""
    return tuple(map(kind_of, KINDS[group]))


def _rest(group: str) -> tuple[str, ...]:
    live = {"blocks": WORKING_BLOCKS, "questions": WORKING_QUESTIONS, "pictures": (PICTURE,)}
    return tuple(kind for kind in kinds(group) if kind not in live[group])


def _text_of(kind: str, group: str | None = None) -> str:
    groups = (KINDS[group],) if group else tuple(KINDS.values())
    return next(example_of(model) for models in groups for model in models if kind_of(model) == kind)


def _note(kind: str) -> str:
    """What the kind is, in one sentence."""
    model = next(model for models in KINDS.values() for model in models if kind_of(model) == kind)
    return re.split(r"(?<=[.?!])\s", summary_of(model))[0]


def _id_of(kind: str) -> str:
    found = re.search(r"^id: (.+)$", _text_of(kind, "pictures"), re.MULTILINE)
    assert found
    return found[1]


def _example(new: NewModule) -> Callable[..., str]:
    def example(kind: str, indent: int, **values: str) -> str:
        """The example of a kind as an item of a list; `values` stand in the place of its own."""
        lines = _text_of(kind).splitlines()
        told = {"sources": f"[{new.source}]", **values}
        changed = (_with_value(line, told) for line in lines)
        return "- " + "\n".join(changed).replace("\n", "\n" + " " * (indent + 2))

    return example


def _with_value(line: str, values: Mapping[str, str]) -> str:
    key = line.partition(":")[0]
    return f"{key}: {values[key]}" if key in values else line


def _commented(kind: str, group: str, indent: int) -> str:
    text = textwrap.indent(_text_of(kind, group), "  ").replace("  ", "- ", 1)
    return textwrap.indent(text, " " * indent + "# ")


def quoted(text: str) -> str:
    """A text as YAML can hold it on one line."""
    plain = re.fullmatch(r"[A-Za-z][\w ,.'’“”()/–-]*", text) and not re.fullmatch(
        r"true|false|null", text, re.IGNORECASE
    )
    return text if plain else "'" + text.replace("'", "''") + "'"
