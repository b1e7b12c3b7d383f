"""5,000 broken modules: each ends in problems that have places inside the file, none in a traceback."""

from __future__ import annotations

import copy
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from generator.checks import RULES
from generator.compile import read_module
from generator.load import Source
from generator.problems import Problem
from generator.source import read_yaml
from tests.cases.bench import VALID, frame

MANY = 5_000
PATH = "modules/en/slow-down.yml"
TRAPS = (
    "No", "yes", "on", "~", "null", "12:30", "1e3", "0x1F", "010", "1_000", ".inf", ".nan", "-1", "99999999999999999999",
    "2026-11-21", "&here x", "*here", "!!python/object:os.system x", "!tag x", "<<: *here", "[", "]", "{", "}", "[[]]",
    "{a: {b: [c]}}", "[a, a]", "{a: 1, a: 2}", "- x", "? x", "|", ">-", "# gone", "\tx", "'", '"', "'x' y", '"\\q"', "%x",
    "@x", "`x`", "---", "...", "true", "1.5", '""', "' '", "\x00", "\x07", "\u2028", "\ufeff", "\u202e", "🎉", "é", "→",
    "a: b: c", "x" * 6_000, "**", "[x](javascript:y)", "[x](term:nothing)", "<b>x</b>", "{{ x }}", "{% x %}", "{help}",
    "S-CRISIS", "s-crisis", "slow-down", "Slow Down", "988", "1-800-662-4357", "addict",
)  # fmt: skip
_TOKEN = re.compile(r"[\w-]+|[^\w\s]")


def mutated(seed: int) -> str:
    """The valid module with one to four things broken; the same for the same seed."""
    dice = random.Random(seed)
    if seed % 3 == 0:
        return grafted(dice)
    text = VALID
    for _ in range(dice.choice((1, 1, 1, 2, 3, 4))):
        text = dice.choice(MUTATIONS)(text, dice)
    return text


def less(text: str, dice: random.Random) -> str:
    """Without some lines."""
    lines = text.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    return "".join(lines[:at] + lines[at + dice.choice((1, 1, 2, 5, 40)) :])


def twice(text: str, dice: random.Random) -> str:
    """With some lines a second time."""
    lines = text.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    piece = lines[at : at + dice.choice((1, 1, 3, 20))]
    to = dice.choice((at, dice.randrange(len(lines))))
    return "".join(lines[:to] + piece + lines[to:])


def swapped(text: str, dice: random.Random) -> str:
    """With two lines in each other's place."""
    lines = text.splitlines(keepends=True)
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def indented(text: str, dice: random.Random) -> str:
    """With a line moved to the left or right, by spaces or a tab."""
    lines = text.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    lines[at] = dice.choice((" ", "  ", "\t", "")) + (lines[at].lstrip() if dice.random() < 0.3 else lines[at])
    return "".join(lines)


def other_token(text: str, dice: random.Random) -> str:
    """With a word or sign gone, doubled, or replaced by another one or by a trap."""
    found = list(_TOKEN.finditer(text))
    token = dice.choice(found)
    new = dice.choice(("", token.group() * 2, dice.choice(found).group(), dice.choice(TRAPS)))
    return text[: token.start()] + new + text[token.end() :]


def other_value(text: str, dice: random.Random) -> str:
    """With a trap in the place of a key's value or of a list's item: so types change."""
    found = list(re.finditer(r"(?<=: )[^\n]+|(?<=- )[^\n:]+$", text, re.M))
    value = dice.choice(found)
    return text[: value.start()] + dice.choice(TRAPS) + text[value.end() :]


def other_key(text: str, dice: random.Random) -> str:
    """With a key that is called otherwise."""
    found = list(re.finditer(r"^( *(?:- )?)([a-z_]+)(?=:)", text, re.M))
    key = dice.choice(found)
    new = dice.choice((key[2][:-1], key[2].title(), dice.choice(found)[2], dice.choice(TRAPS), "exceptions"))
    return text[: key.start(2)] + new + text[key.end(2) :]


def grafted(dice: random.Random) -> str:
    """The valid module as YAML that is well formed, with values that are gone, doubled, or taken from elsewhere."""
    tree = json.loads(WHOLE)
    for _ in range(dice.choice((1, 1, 2, 3))):
        places = list(_places(tree))
        holder, key = dice.choice(places)
        other, there = dice.choice(places)
        fate = dice.random()
        if fate < 0.2:
            del holder[key]
        elif fate < 0.4 and isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        elif fate < 0.6:
            holder[key] = dice.choice(TEXTS)
        else:
            holder[key] = copy.deepcopy(other[there])
    # JSON is YAML, too, and written in a tenth of the time.
    return json.dumps(tree, ensure_ascii=False, indent=1)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every group and list with each of its keys or numbers."""
    inside = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else ()
    )
    for key, item in inside:
        yield value, key
        yield from _places(item)


TEXTS = (
    "Many addicts do.", "Call 988.", "You should stop drinking alcohol.", "Take 20 mg of it.", "**Bold** <b>x</b>", "🎉",
    "[x](term:nothing)", "[x](worksheet:nothing)", "[x](module:nothing)", "Studies show it. " * 8, "All of the above", "",
    "Ask about your IOP.", "Psychoeducational interventions necessitate collaboration. " * 30, "Part 2", "quiz", "-", "?",
    "Ask about suicide and medicine.", "how and when and " * 15, "a\n\n- b\n- c", "N/A", "Wrong! You failed.", "10", "0",
)  # fmt: skip
# Numbers stay numbers, and “yes” stays a word: as our own reader has them.
_VALUE = read_yaml(Source(PATH, VALID, ""))[0]
assert _VALUE
WHOLE = json.dumps(_VALUE.value)


MUTATIONS = (less, twice, swapped, indented, other_token, other_value, other_value, other_key)


def outside(problem: Problem, lines: list[str]) -> bool:
    """Whether a place is none of the file; a file may end before its last quote does, which is one line more."""
    if problem.path != PATH or not 1 <= problem.line <= len(lines) + 1:
        return True
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    return not 1 <= problem.column <= len(line) + 1


def test_5000_broken_modules_end_in_problems_with_places() -> None:
    started, said = time.process_time(), Counter[str]()
    for seed in range(MANY):
        text = mutated(seed)
        try:
            _, problems = read_module(Source(PATH, text, ""), frame())
        except Exception as error:  # The seed has to be said; nothing but a bug of ours comes here.
            pytest.fail(f"mutated({seed}): {error!r}")
        # YAML ends a line at these signs, too.
        lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text)
        wrong = [problem for problem in problems if outside(problem, lines)]
        assert not wrong, f"mutated({seed}): {wrong}"
        assert all(problem.message and problem.rule in RULES for problem in problems), f"mutated({seed})"
        said.update({problem.rule for problem in problems})
    # So it can be seen that the mutations reach far: into YAML, into the schema, and into the rules for words.
    assert len(said) > 50, said
    assert said["yaml-is-well-formed"] > MANY / 20
    assert said["key-is-known"] > MANY / 50
    assert said["objective-is-known"] > 0
    # Measured: 17 s of processor time on two crowded cores. More than three times that is a place looked for too slowly.
    assert time.process_time() - started < 60


@pytest.mark.parametrize("trap", TRAPS, ids=range(len(TRAPS)))
def test_a_trap_in_any_place_is_read_or_said(trap: str) -> None:
    for old in ("title: Slow down first", "minutes: 10", "revision: 1", "safety: [S-CRISIS, S-BODY]", "helps: yes"):
        text = VALID.replace(old, f"{old.partition(':')[0]}: {trap}", 1)
        _, problems = read_module(Source(PATH, text, ""), frame())
        assert all(problem.rule in RULES for problem in problems)
