"""Specs → the chapters on what an author may write: every key in plain words, with examples and how they look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel

from generator.described import example_of, keys_of, kind_of, summary_of
from generator.manual.chapter import Chapter, chapter, example
from generator.schema.module import Module
from generator.schemas import SCHEMAS
from generator.skeleton import KINDS

Look = Callable[[str, type[BaseModel]], str]
"""Group and kind → how its example looks on the web, as HTML; empty where nothing is shown."""

FILES: Mapping[str, tuple[str, str]] = {
    "module": ("modules/en/sleep-and-rest.yml", "One topic: lesson, pictures, worksheets, questions and guide."),
    "course": (
        "modules/course.yml",
        "The course: its title, its languages, the order of its modules, the ways through them.",
    ),
    "safety": ("modules/safety.yml", "Safety messages and phone numbers. They stand nowhere else."),
    "sources": ("modules/sources.yml", "The works that modules may cite, by an id."),
    "words": ("modules/words.yml", "Words to avoid, and what to write in their place."),
    "clinic": ("modules/clinic.yml", "What a clinic makes its own: name, numbers, colors, paper."),
    "group": ("modules/group.yml", "What every group shares: words to open and close with, the agreement."),
    "overlay": ("modules/overlays/women.yml", "What is added or swapped for some people."),
    "program": ("modules/programs/evenings.yml", "Weeks, days and times, and what is taught when."),
}
INTRO = {
    "blocks": "# Blocks of a lesson\n\nA lesson is made of these. Each stands in the `blocks` of a section.",
    "fields": "# Fields of a worksheet\n\nEach stands in the `fields` of a worksheet, and is filled in on screen or on paper.",
    "questions": "# Questions of a quiz\n\nFour to six stand in the `quiz` of a module. They are for learning, and never scored.",
    "pictures": "# Pictures\n\nThe program draws them from your words, in colors that everybody can tell apart, on screen and on paper.",
}


OF_A_MODULE = """`psychoed new module` writes a whole one for you, with a note at each key. [Blocks](blocks.html), [fields](fields.html),
[questions](questions.html) and [pictures](pictures.html) have chapters of their own."""


def files_chapter() -> Chapter:
    """What stands where in a course."""
    lines = [
        "# The files of a course",
        "",
        "A course is a folder. These files are in it.",
        "",
        "| File | What it holds |",
        "|---|---|",
    ]
    lines += [f"| `{path}` | {words} [Its keys]({name}.html) |" for name, (path, words) in FILES.items()]
    lines += ["", *OTHER_FOLDERS]
    return chapter("files", "\n".join(lines))


OTHER_FOLDERS = (
    "## Other languages",
    "",
    "A module in another language is a file of the same name in that language's folder, as `modules/es/sleep-and-rest.yml`. It has the same"
    " ids, kinds, numbers and right answers; only its texts differ. The first language in course.yml is the one that others are translated from.",
    "",
    "## What a text may be",
    "",
    "Where the other files have a text that people read, it may be one text for all languages, or a group of texts by language:",
    "",
    "```yaml",
    "title:",
    "  en: Steps in Recovery",
    "  es: Pasos en la recuperación",
    "```",
)


def file_chapter(name: str) -> Chapter:
    """All keys of a kind of file."""
    path, words = FILES[name]
    model = SCHEMAS[name]
    parts = [f"# {_title(name)}\n\n{words} For example `{path}`."]
    if name == "module":
        parts.append(OF_A_MODULE)
    if example_of(model):
        parts.append(f"## An example\n\n{example(example_of(model))}")
    if keys_of_file := _keys(model):
        parts.append(f"## Its keys\n\n{keys_of_file}")
    parts += [_section(inner, under) for inner, under in _inside(model)]
    return chapter(name, "\n\n".join(parts))


def _title(name: str) -> str:
    return {"module": "A module", "overlay": "An overlay", "program": "A program"}.get(name, f"{name}.yml")


def kinds_chapter(group: str, look: Look) -> Chapter:
    """All kinds of a group: blocks, fields, questions or pictures."""
    parts, shown = [INTRO[group]], list[str]()
    for model in KINDS[group]:
        parts.append(f"## {kind_of(model)}\n\n{summary_of(model)}\n\n{example(example_of(model))}")
        if piece := look(group, model):
            parts.append(f"It looks like this:\n\n[[{len(shown)}]]")
            shown.append(piece)
        parts.append(_keys(model))
        parts += [_section(inner, under, level=3) for inner, under in _inside(model)]
    return chapter(group, "\n\n".join(parts), shown)


def _section(model: type[BaseModel], under: str, level: int = 2) -> str:
    parts = [f"{'#' * level} In `{under}`", summary_of(model)]
    if example_of(model):
        parts.append(example(example_of(model)))
    return "\n\n".join((*parts, _keys(model)))


def _keys(model: type[BaseModel]) -> str:
    """The keys as a list; those that have to be there say so."""
    return (
        "\n".join(line for key in keys_of(model) if key.name not in ("kind", "root") for line in _key_lines(key)) or ""
    )


def _key_lines(key: Any) -> Iterator[str]:
    needed = "" if key.is_required else " (may be left out)"
    yield f"- **`{key.name}`**{needed}: {key.words}"
    yield from (f"    - `{value}`: {words}" for value, words in key.values.items())


def _inside(model: type[BaseModel]) -> Iterator[tuple[type[BaseModel], str]]:
    """The items in an item, outside in, each once with the key it stands under; kinds have chapters of their own."""
    known = {kind for group in KINDS.values() for kind in group}
    waiting, seen = [(model, "")], {model}
    while waiting:
        owner, above = waiting.pop(0)
        for name, shape in owner.model_fields.items():
            way = f"{above} › {name}" if above else name
            for found in _models(shape.annotation):
                if found in seen or (found in known and model is Module) or (found in known and found is not model):
                    continue
                seen.add(found)
                under = "each entry" if name == "root" else way
                yield found, under
                waiting.append((found, under))


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
