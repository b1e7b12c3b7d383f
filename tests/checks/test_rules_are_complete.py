"""What a message can carry is explained: every rule id is in RULES, every rule and check says what it is."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from generator import checks
from generator.checks import CHECKS, RULES
from generator.checks.across import check_across
from generator.checks.case import Check
from generator.checks.clinic_file import check_clinic_file, check_local_numbers_are_fresh
from generator.checks.clinic_pages import check_clinic_pages
from generator.checks.outside import check_outside
from generator.checks.overlays import check_overlay_words, check_overlays
from generator.checks.overlays_keep_safety import check_safety_stays
from generator.checks.programs import check_programs
from generator.checks.shared_files import check_numbers_are_fresh, check_safety
from generator.explain import examples_of
from generator.rules import FILE_RULES, Rule
from generator.schema.base import PlainText
from generator.schema.module import Module
from generator.wording import NOT_READ
from tests.cases.bench import changed, problems_of

GENERATOR = Path(checks.__file__).parents[1]
RULE_ID = re.compile(r"[a-z]+(-[a-z0-9]+){1,}")
NOT_RULES = {"approve-with-changes", "lived-experience", "plain-language", "in-clinical-review", "utf-8", "utf-8-sig"}


def _sayers() -> list[Path]:
    """The files that turn an author's input into problems, and the schema with its own rules."""
    names = ("load.py", "source.py", "validate.py", "text.py", "compile.py", "frame.py", "clinic.py", "logo.py")
    return [
        *(GENERATOR / name for name in names if (GENERATOR / name).exists()),
        *sorted(GENERATOR.glob("schema/**/*.py")),
    ]


def _rule_ids(file: Path) -> set[str]:
    constants = (node.value for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Constant))
    return {text for text in constants if isinstance(text, str) and RULE_ID.fullmatch(text)} - NOT_RULES


@pytest.mark.parametrize("file", _sayers(), ids=lambda file: file.stem)
def test_every_rule_id_in_a_message_is_explained(file: Path) -> None:
    assert _rule_ids(file) <= set(RULES)


def test_rule_ids_are_unique() -> None:
    ids = [rule.id for rule in FILE_RULES] + [check.RULE.id for check in CHECKS]
    assert len(ids) == len(set(ids))


def test_checks_are_in_order() -> None:
    names = [getattr(check, "__name__", "") for check in CHECKS]
    assert names == sorted(names)


def test_every_file_with_a_rule_is_listed() -> None:
    files = {file.stem for file in (GENERATOR / "checks").glob("*.py") if "\nRULE = " in file.read_text("utf-8")}
    assert files == {getattr(check, "__name__", "").rpartition(".")[2] for check in CHECKS}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_says_what_holds_and_why_and_the_way_out(rule: Rule) -> None:
    assert all(text.endswith(".") for text in (rule.holds, rule.why, rule.mend))


FUNCTIONS = [
    *(check.check for check in CHECKS),
    check_across,
    check_clinic_file,
    check_clinic_pages,
    check_local_numbers_are_fresh,
    check_outside,
    check_overlay_words,
    check_overlays,
    check_programs,
    check_safety,
    check_safety_stays,
    check_numbers_are_fresh,
]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: f"{function.__module__}.{function.__name__}")
def test_a_check_has_an_example_that_is_yaml(function: Callable[..., object]) -> None:
    breaks, better = examples_of(function)
    assert yaml.safe_load(breaks)
    assert yaml.safe_load(better or "nothing: better")
    assert breaks != better


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.RULE.id)
def test_a_rule_of_modules_shows_what_breaks_it_and_what_holds(check: Check) -> None:
    assert all(examples_of(check.check))


# Those whose example is one text that can stand in a small module, as it is, in the place of another.
IN_PLACE = {
    "text": "today: Take one short pause before your next meal.\n",
    "main_message": "main_message: You can slow down before you choose what to do next.\n",
    "heading": "    heading: Fast is not always bad\n",
    "alt": "    alt: A meter from 0, calm, to 10, too fast.\n",
    "feedback": "        feedback: Not quite. A fast answer leaves no choice.\n",
    "ask": "    ask: A pause has to be long.\n",
}
NOT_IN_PLACE = {"option-is-not-all-of-the-above", "option-is-short", "term-is-used", "reading-is-plain"}


def _alone(check: Check) -> list[tuple[str, str]]:
    """The key and the text of both examples; nothing where they are more than one text."""
    found = [yaml.safe_load(example) for example in examples_of(check.check)]
    pairs = [next(iter(one.items())) for one in found if isinstance(one, dict) and len(one) == 1]
    return pairs if len(pairs) == 2 and all(key in IN_PLACE for key, _ in pairs) else []


PLACED = [check for check in CHECKS if _alone(check) and check.RULE.id not in NOT_IN_PLACE]


@pytest.mark.parametrize("check", PLACED, ids=lambda check: check.RULE.id)
def test_an_example_breaks_its_rule_and_the_better_one_holds(check: Check, tmp_path: Path) -> None:
    told = []
    for key, text in _alone(check):
        old = IN_PLACE[key]
        new = f"{old.partition(':')[0]}: {json.dumps(text, ensure_ascii=False)}\n"
        told.append(check.RULE.id in {problem.rule for problem in problems_of(changed(old, new), tmp_path)})
    assert told == [True, False]


def test_enough_examples_are_tried() -> None:
    assert len(PLACED) >= 12


def _holds_words_that_nobody_reads(schema: dict[str, Any]) -> bool:
    """Whether a key's text is an id or a fixed word: no plain text, which has a pattern, and no rich text, which has a least length."""
    inner = next(iter(schema.get("patternProperties", {}).values()), schema.get("items", schema))
    plain = TypeAdapter(PlainText).json_schema()["pattern"]
    return any(
        choice.get("type") == "string" and choice.get("pattern") != plain and "minLength" not in choice
        for choice in inner.get("anyOf", [inner])
    )


def test_keys_that_nobody_reads_are_exactly_those_of_ids_and_fixed_words() -> None:
    schema = Module.model_json_schema()
    keys = [key for group in (schema, *schema["$defs"].values()) for key in group.get("properties", {}).items()]
    assert {name for name, inner in keys if _holds_words_that_nobody_reads(inner)} == NOT_READ
