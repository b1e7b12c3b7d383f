"""Where everything stands: addresses within a tree, and links from one to another.

What is called `module` or `name` here is the part of an address that `Frame.slug` makes of an id.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from generator.text import LinkTarget

HOME = "index.html"
HELP = "help.html"
GLOSSARY = "glossary.html"
ABOUT = "about.html"
EVERY_GROUP = "group.html"
PLAN = "plan.html"
ASSIGN = "assign.html"
CODES = "codes.html"
PROGRAMS = "programs.html"
MODULES = "modules.html"
CHANGES = "changes.html"
MODULES_FILE = "modules.csv"


def lesson(module: str) -> str:
    """The module's first page."""
    return f"{module}/index.html"


def worksheet(module: str, sheet: str) -> str:
    """A worksheet's page."""
    return f"{module}/{sheet}.html"


def guide(module: str) -> str:
    """The facilitator guide's page, in the counselors' tree."""
    return f"{module}/index.html"


def program(name: str) -> str:
    """A program's page, in the counselors' tree."""
    return f"programs/{name}.html"


def sheet(module: str, name: str, paper: str, edition: str = "standard") -> str:
    """A PDF: its name, its paper, and its edition at the end unless that is the standard one."""
    return f"{module}/print/{name}-{paper}{'' if edition == 'standard' else f'-{edition}'}.pdf"


def course_sheet(name: str, paper: str, edition: str = "standard") -> str:
    """A PDF that belongs to no module."""
    return f"print/{name}-{paper}{'' if edition == 'standard' else f'-{edition}'}.pdf"


def one_file(module: str, name: str) -> str:
    """The module as one HTML file."""
    return f"{module}/file/{name}.html"


def relative(target: str, page: str) -> str:
    """The link from `page` to `target`, both within one tree; an anchor stays at its end.

    A whole address (`https://…`) stays as it is: where the patients' tree is elsewhere, `Build.patients` gives one.
    """
    if "://" in target:
        return target
    path, _, anchor = target.partition("#")
    link = posixpath.relpath(path, posixpath.dirname(page) or ".") if path else ""
    return f"{link}#{anchor}" if anchor else link


def linker(page: str, module: str, slug: Callable[[str], str] = str, patients: str = "") -> LinkTarget:
    """How a text of `module` links from `page`.

    `slug` makes the part of an address of an id (`Frame.slug`); `patients` leads to the patients' tree
    (`Build.patients` on the counselors' pages).
    """

    def link(target: str) -> str:
        kind, _, name = target.partition(":")
        match kind:
            case "term":
                return relative(f"{patients}{GLOSSARY}#{slug(name)}", page)
            case "worksheet":
                return relative(f"{patients}{worksheet(slug(module), slug(name))}", page)
            case "module":
                return relative(f"{patients}{lesson(slug(name))}", page)
            case "page":
                return relative(name, page)
            case _:
                return target

    return link
