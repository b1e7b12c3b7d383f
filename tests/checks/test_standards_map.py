"""docs/standards-map.md says the truth: its rules and files are there, and no rule's standard is left out."""

from __future__ import annotations

import re

import pytest

from generator.checks import RULES
from generator.rules import Rule
from tests.conftest import ROOT

MAP = (ROOT / "docs" / "standards-map.md").read_text("utf-8")
ROWS = {
    cells[0]: (cells[1], cells[2])
    for cells in (
        [cell.strip() for cell in line.strip("|").split("|")] for line in MAP.splitlines() if line.startswith("| ")
    )
    if cells[0] != "Standard"
}
NAMED = re.compile(r"`([^`]+)`")
CODE = re.compile(r"\b(?:R|T|G|P|PR|Q|TR|I)\d{1,2}\b|\bW-1\b|\bSF-\d\b")
ITEM = re.compile(r"\bPEMAT-P items? ([\d, ]+(?:and \d+)?)")


def codes_in(why: str) -> set[str]:
    """The standards that a rule's reason names."""
    items = {f"PEMAT {number}" for found in ITEM.findall(why) for number in re.findall(r"\d+", found)}
    section = {"Section 6"} if "standards section 6" in why else set()
    return set(CODE.findall(why)) | items | section


def test_there_are_enough_standards_and_none_stands_twice() -> None:
    firsts = [line.split("|")[1].strip() for line in MAP.splitlines() if line.startswith("| ")]
    assert len(firsts) == len(set(firsts)) == len(ROWS) + 1 > 70


@pytest.mark.parametrize("standard", ROWS)
def test_somebody_looks_after_each_standard(standard: str) -> None:
    by = NAMED.findall(ROWS[standard][1])
    assert by or ROWS[standard][1] == "review form"
    for name in by:
        assert (ROOT / name).exists() if "/" in name else name in RULES, name


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_stands_beside_each_standard_that_its_reason_names(rule: Rule) -> None:
    for code in codes_in(rule.why):
        assert rule.id in NAMED.findall(ROWS[code][1]), code


@pytest.mark.parametrize(
    ("why", "codes"),
    [
        ("It helps (standards R5, PEMAT-P item 4).", {"R5", "PEMAT 4"}),
        ("It helps (PEMAT-P items 4 and 9, standards section 6).", {"PEMAT 4", "PEMAT 9", "Section 6"}),
        ("It helps.", set()),
    ],
)
def test_standards_are_read_from_a_reason(why: str, codes: set[str]) -> None:
    assert codes_in(why) == codes
