"""Seeds of the rules for clinic.yml."""

from __future__ import annotations

from pathlib import Path

from tests.checks.seeds.seed import Seed

SHOWN = "shown: 555-0100, dial: '5550100', verified_on: "
NUMBERS = f"""\
numbers:
  on_call: {{{SHOWN}2026-11-20}}
  front_desk: {{{SHOWN}2026-11-20}}
  medical: {{{SHOWN}2026-11-20}}
"""
ONE_LATE = NUMBERS.replace("  medical: {" + SHOWN + "2026-11-20", "  medical: {" + SHOWN + "▸%s")
UNTOUCHED = "numbers:\n  ▸on_call:\n  ▸front_desk:\n  ▸medical:\n"
PAGE = "pages:\n  - id: here\n    title: Here\n    text: "


def bad_logo(course: Path) -> None:
    """A logo that would run a script."""
    text = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script/></svg>'
    (course / "logo.svg").write_text(text, "utf-8")


def clinic(rule: str, text: str, *said: str, warns: bool = False, numbers: bool = True) -> Seed:
    """A seed of a clinic.yml that has its own numbers, and more."""
    whole = (NUMBERS if numbers else "") + text
    return Seed(rule, "", whole, said, file="clinic.yml", level="warning" if warns else "error")


SEEDS = (
    clinic("clinic-link-leads-somewhere", f"{PAGE}▸See [it](module:slow-dwon).\n"),
    clinic("clinic-link-leads-somewhere", f"{PAGE}▸See [it](term:pause).\n"),
    clinic("clinic-program-is-known", "programs: [▸evenings]\n", "there is no program 'evenings'"),
    clinic("colors-have-contrast", "colours: {light: ▸'#ffcc00'}\n"),
    clinic("local-number-is-known", f'{PAGE}▸"Call {{fornt_desk}}."\n'),
    clinic("local-number-is-fresh", ONE_LATE % "2025-11-20", numbers=False),
    clinic("local-number-is-fresh", ONE_LATE % "2026-05-24", numbers=False, warns=True),
    Seed("local-number-is-there", "", f"▸{NUMBERS.partition('  medical')[0]}", file="clinic.yml", level="warning"),
    Seed("local-number-is-there", "", UNTOUCHED, file="clinic.yml", level="note"),
    clinic("phone-number-is-not-typed", f"{PAGE}▸Call 555-010-1234.\n", warns=True),
    Seed("logo-is-plain", "", f"{NUMBERS}logo: ▸logo.svg\n", file="clinic.yml", do=bad_logo),
)
