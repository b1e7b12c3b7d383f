"""The Jinja environment of the web pages: templates only lay out, what needs thought stands here as a filter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.clinic import display
from generator.course import Build, Frame, picture_of
from generator.language.dates import day, month
from generator.language.names import language_name
from generator.paths import TEMPLATES
from generator.pictures import draw_picture
from generator.pictures.face import Face
from generator.render.questions import Answer
from generator.render.review_lines import course_mark, course_note, review_lines
from generator.schema.fields.table import Table
from generator.schema.module import Module
from generator.schema.pictures import Picture
from generator.text import LinkTarget, Nodes, RichText, to_html

FACES = {"plain": Face(), "numbered": Face(numbered=True), "hidden": Face(hide_labels=True, numbered=True)}


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table on screen: its id for the field names, its label or its number."""

    id: str
    number: int
    label: str


def lay_out(template: str, link: LinkTarget, frame: Frame, build: Build, *, folder: str = "web", **values: Any) -> str:
    """Fill `layouts/<folder>/<template>.html`; every text is escaped, every link goes through `link`."""
    page = _environment().get_template(f"layouts/{folder}/{template}.html")
    return page.render(link=link, frame=frame, build=build, t=frame.strings, **values)


def environment() -> Environment:
    """How every template is read: each text is escaped, and a name that is not there is an error."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_templates(),
    )


@cache
def _environment() -> Environment:
    env = environment()
    env.filters |= {
        "rich": _rich,
        "nodes": _nodes,
        "address": _address,
        "here": _here,
        "fill": _fill,
        "drawn": _drawn,
        "ended": _ended,
        "picture": picture_of,
        "worksheet_title": _worksheet_title,
        "table_rows": _table_rows,
        "says_it": _says_it,
        "local_lines": display.known_lines,
        "all_local_lines": display.lines,
        "name_at_head": display.name_at_head,
        "logo": display.logo_of,
        "language": _language,
        "own_name": language_name,
        "month": _month,
        "day": _day,
        "review_lines": review_lines,
        "course_mark": course_mark,
        "course_note": course_note,
    }
    return env


def compiled_templates() -> BytecodeCache | None:
    """Where templates are kept compiled: a folder of the user's own that Jinja guards, for they are code.

    None where there is no such folder: somebody else, or a file, has its name. Then they are compiled each time.
    """
    try:
        return FileSystemBytecodeCache()
    except (RuntimeError, OSError):
        return None


@pass_context
def _rich(context: Context, text: RichText | str) -> Markup | str:
    # Our own Markdown renderer escapes every text; plain words are left to Jinja's escaping.
    return Markup(to_html(text.nodes, context["link"])) if isinstance(text, RichText) else text


@pass_context
def _nodes(context: Context, nodes: Nodes) -> Markup:
    return Markup(to_html(nodes, context["link"]))


@pass_context
def _address(context: Context, target: str) -> str:
    return str(context["link"](target))


@pass_context
def _here(context: Context, target: str) -> str:
    return str(context["link"](f"page:{target}"))


@pass_context
def _language(context: Context, code: str) -> str:
    """What a language is called in the page's own."""
    return language_name(code, context["frame"].language)


@pass_context
def _month(context: Context, written: str) -> str:
    return month(written, context["frame"].language)


@pass_context
def _day(context: Context, written: str) -> str:
    return day(written, context["frame"].language)


def _fill(text: str, **values: object) -> str:
    return text.format(**values)


def _ended(text: str) -> str:
    """A name or title as a sentence: with one end mark, not two (`et al.`)."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _drawn(picture: Picture, face: str) -> Markup:
    # The pictures are drawn by this package alone and escape their own labels.
    return Markup(draw_picture(picture, FACES[face]))


def _worksheet_title(module: Module, id_: str) -> str:
    return next(sheet.title for sheet in module.worksheets if sheet.id == id_)


def _table_rows(table: Table) -> tuple[TableRow, ...]:
    labels: Mapping[str, str] = table.row_labels or {str(number): "" for number in range(1, (table.rows or 0) + 1)}
    return tuple(TableRow(id_, number, label) for number, (id_, label) in enumerate(labels.items(), 1))


def _says_it(answer: Answer) -> bool:
    # Many authors open with “Not quite.”; said twice it would sound like a scolding.
    return answer.feedback.words.casefold().startswith(answer.verdict_words.casefold())
