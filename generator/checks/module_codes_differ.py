"""No two modules of the course have the same letters in a plan's code."""

from __future__ import annotations

from generator.plans.codes import shared_signs
from generator.problems import Problems, in_order
from generator.rules import Rule
from generator.schema.course import CourseSpec
from generator.source import Document

MODULE_CODES_DIFFER = Rule(
    "module-codes-differ",
    "No two modules have the same four letters in the codes of plans.",
    "A plan would show another lesson than the one that was assigned. The letters are made of a module's id alone.",
    "Change the id of one of the two; the one that no plan names yet, if you can.",
)


def check_module_codes(spec: CourseSpec, document: Document) -> Problems:
    """Compare the letters of all modules, written and planned; a clash is said at the later one.

    Example:
        modules: [stress, a-module-that-happens-to-have-its-letters]
    """
    ids = (*spec.modules, *spec.planned)
    found = []
    for first, second in shared_signs(ids):
        path = ("modules", spec.modules.index(second)) if second in spec.modules else ("planned", second)
        message = f"the modules '{first}' and '{second}' have the same letters in the codes of plans"
        found.append(document.problem(path, message, MODULE_CODES_DIFFER.id))
    return in_order(found)
