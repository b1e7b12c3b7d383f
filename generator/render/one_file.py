"""Module → one HTML file that needs nothing beside it: to be sent in a message, or kept on a phone.

Android opens such a file alone, so it has no link to another page: what leads elsewhere in the course is plain words here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from generator.clinic.display import on_call
from generator.course import Build, Frame
from generator.dress.colours import dye_of
from generator.dress.policy import lone_policy
from generator.dress.scripts import LONE, script
from generator.dress.styles import lone_css
from generator.engines.audit import audit
from generator.language.names import direction_of
from generator.paths import ASSETS
from generator.render.lesson import cited_in, one_file_address, unplaced_safety, with_anchors, works
from generator.render.outputs import Crumb, OutputFile
from generator.render.questions import question_views
from generator.render.web import lay_out
from generator.schema.module import Module
from generator.text import LinkTarget

_SCRIPTS = ("base", "quiz", LONE)
_ENDS_A_SCRIPT = re.compile(r"</script|<!--", re.IGNORECASE)


def one_file(module: Module, frame: Frame, build: Build) -> tuple[OutputFile, ...]:
    """The one file. Raises AuditError if it would run or load what is not ours."""
    return (lone_page("page", one_file_address(module, frame), module, frame, build, ends=_ends(module, frame)),)


def lone_page(
    template: str, path: str, module: Module, frame: Frame, build: Build, *, ends: tuple[Crumb, ...], **more: Any
) -> OutputFile:
    """A module as one file, laid out by `layouts/one/<template>.html`; `ends` is what comes after its sections."""
    code, style = _script(frame), lone_css(dye_of(frame.clinic.colours), direction_of(frame.language))
    sections = with_anchors(module.lesson, frame.spec.discreet)
    page = lay_out(
        template,
        linker(module, frame),
        frame,
        build,
        folder="one",
        module=module,
        sections=sections,
        contents=(*(Crumb(f"#{anchor}", section.heading) for section, anchor in sections), *ends),
        safety=unplaced_safety(module, frame),
        questions=question_views(module, frame.strings),
        messages=tuple(frame.messages[id_] for id_ in (frame.safety.everywhere, *frame.safety.help_page)),
        works=works(cited_in(module.lesson), frame),
        policy=lone_policy([code], [style]),
        style=style,
        script=code,
        icon=_icon(frame.icon),
        on_call=Markup(on_call(frame)),
        **more,
        direction=direction_of(frame.language),
    )
    audit(path, page, code, style)
    return OutputFile(path, page.encode())


def linker(module: Module, frame: Frame) -> LinkTarget:
    """Links within the file: the module's own words, worksheets and lesson; other places of the course have none."""
    terms = {term.id for term in module.glossary}
    places = {sheet.id: number for number, sheet in enumerate(module.worksheets, 1)}

    def link(target: str) -> str:
        kind, _, name = target.partition(":")
        match kind:
            case "term":
                return f"#t-{frame.slug(name)}" if name in terms else ""
            case "worksheet":
                return f"#w{places[name]}" if name in places else ""
            case "module":
                return "#content" if name == module.id else ""
            case _:
                return target

    return link


def _ends(module: Module, frame: Frame) -> tuple[Crumb, ...]:
    """What comes after the lesson's sections."""
    t = frame.strings
    sheets = tuple((f"w{number}", sheet.title) for number, sheet in enumerate(module.worksheets, 1))
    words = (("words", t["glossary"]),) if module.glossary else ()
    ends = (("today", t["today"]), ("quiz", t["quiz"]), *sheets, *words, ("help", t["help"]), ("sources", t["sources"]))
    return tuple(Crumb(f"#{anchor}", title) for anchor, title in ends)


def _script(frame: Frame) -> str:
    """The one script of the file; nothing in it can end its element."""
    # It cannot reach what the course's web pages keep, so it must not say that nothing is kept any more.
    honest = {"wipe_ask": frame.strings["lone_clear_ask"], "wiped": frame.strings["lone_cleared"]}
    code = script(_SCRIPTS, {**frame.strings, **honest})
    assert not _ENDS_A_SCRIPT.search(code)
    return code


@cache
def _icon(name: str) -> str:
    """The course's icon as an address that holds the picture itself."""
    return f"data:image/svg+xml,{quote((ASSETS / f'{name}.svg').read_text(encoding='utf-8').strip(), safe='')}"
