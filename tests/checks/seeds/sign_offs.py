"""Seeds of the rules for sign-offs."""

from __future__ import annotations

from typing import Any

from generator.reviews.seal import written
from generator.schema.signoffs import SignOffsSpec
from tests.checks.seeds.seed import MARK, Seed
from tests.reviews.signed import sign_off


def signed(rule: str, old: str, new: str, file: str = "slow-down", **values: Any) -> Seed:
    """A seed of one editor's sign-off that was written by the program; `new` has the mark."""
    one = sign_off("plain-language", module="slow-down", **values)
    text = written(SignOffsSpec(module="slow-down", language="en", sign_offs=(one,)))
    assert text.count(old) == 1, text
    text = text.replace(old, new)
    if file != "slow-down":
        text = text.replace("module: ", f"module: {MARK}")
    return Seed(rule, "", text, file=f"reviews/en/{file}.yml")


SEEDS = (
    signed("sign-off-is-sealed", 'kind: "plain-language"\n  name: "Bo', f'kind: {MARK}"plain-language"\n  name: "Bob'),
    signed("sign-off-is-by-somebody", 'name: "TBD', f'name: {MARK}"TBD', name="TBD"),
    signed("sign-off-dates-fit", "next_review: ", f"next_review: {MARK}", next_review="2029-01"),
    signed("sign-off-has-its-module", "# Written by `psychoed review sign`", f"{MARK}# Written by", file="slow-up"),
)
