"""Seeds of the rules for course.yml, safety.yml, group.yml, and what modules ask of each other."""

from __future__ import annotations

import re
from pathlib import Path

from tests.checks.seeds.seed import Seed

TODAY = "today: Take one short pause before your next meal.\n"
TERM = "  - id: pause\n    term: pause\n    meaning: A short stop before you act.\n"


def no_triggers(course: Path) -> None:
    """Take the words that call for a message out of safety.yml."""
    file = course / "safety.yml"
    text = re.sub(r"^    triggers:\n(?:      .*\n)*", "", file.read_text("utf-8"), flags=re.M)
    file.write_text(text, "utf-8")


SEEDS = (
    Seed("term-is-known", TODAY, "today: ▸Feel the [calm](term:clam).\n", ("unknown term 'clam'; known here: pause",)),
    Seed(
        "term-is-defined-once",
        TERM,
        f"{TERM}  - id: stop\n    term: ▸Pause\n    meaning: Another stop.\n",
        ("the term 'Pause' is defined here a second time; the first is in modules/en/slow-down.yml:252",),
        also=("term-is-used",),
    ),
    Seed("module-is-known", TODAY, "today: ▸See [it](module:slow-dwon).\n"),
    Seed(
        "module-is-known",
        "modules: [slow-down]\npathways:\n",
        "modules: [slow-down]\ncore_modules: [▸slow-donw]\npathways:\n",
        ("unknown module 'slow-donw'; did you mean 'slow-down'?",),
        file="course.yml",
    ),
    Seed(
        "module-is-known",
        "    modules: [slow-down]\n",
        "    modules: [slow-down, ▸slow-donw]\n",
        ("the pathway 'start' names an unknown module 'slow-donw'; did you mean 'slow-down'?",),
        file="course.yml",
    ),
    Seed(
        "module-is-listed",
        "modules: [slow-down]\npathways:\n",
        "modules: [other]\nplanned: {slow-down: Slow down}\npathways:\n",
        ("course.yml does not list the module 'slow-down' under `modules`",),
        at="slow-down\ntitle",
        file="course.yml",
        told_in="en/slow-down.yml",
        also=("file-is-there",),
    ),
    Seed(
        "file-is-there",
        "modules: [slow-down]\npathways:\n",
        "modules: [slow-down, ▸other]\npathways:\n",
        ("there is no file 'en/other.yml' for the module 'other'",),
        file="course.yml",
    ),
    Seed("track-is-known", "track: core\n", "track: ▸cor\n", ("unknown track 'cor'; did you mean 'core'?",)),
    Seed(
        "link-leads-somewhere",
        "tagline: Small, and whole.\n",
        "tagline: ▸Small, and [whole](term:hole).\n",
        ("the link 'term:hole' leads nowhere from here",),
        file="course.yml",
    ),
    Seed(
        "link-leads-somewhere",
        "    text: {en: Stop if you feel faint.}\n",
        "    text: {en: ▸'Stop, and see [this](module:fainting).'}\n",
        ("the link 'module:fainting' leads nowhere from here",),
        file="safety.yml",
    ),
    Seed(
        "link-leads-somewhere",
        "    meaning: A short stop before you act.\n",
        "    meaning: ▸A short [stop](worksheet:my-pauses) before you act.\n",
        ("the link 'worksheet:my-pauses' leads nowhere from here",),
    ),
    Seed(
        "language-is-there",
        "languages: [en]\n",
        "languages: [en, ▸xx]\n",
        file="course.yml",
        also=("language-is-measured", "message-is-in-each-language", "triggers-are-there"),
    ),
    Seed(
        "language-is-measured",
        "languages: [en]\n",
        "languages: [en, ▸xx]\n",
        said=("how plain the language 'xx' reads is not measured; there is no formula for it here",),
        level="note",
        file="course.yml",
        also=("language-is-there", "message-is-in-each-language", "triggers-are-there"),
    ),
    Seed(
        "word-is-person-first",
        "tagline: ",
        "tagline: ▸For addicts. ",
        file="course.yml",
    ),
    Seed(
        "language-is-there",
        "en:\n  openings:\n",
        "▸english:\n  openings:\n",
        level="warning",
        file="group.yml",
        base="tiny",
    ),
    Seed(
        "message-is-in-each-language",
        "    text: {en: Keep it in a safe place.}\n",
        "    text: ▸{es: Es suyo.}\n",
        ("'S-PRIVACY' has no text in the language 'en'",),
        file="safety.yml",
    ),
    Seed(
        "number-is-known",
        'text: {en: "Call {help} any time."}',
        'text: {en: ▸"Call {hlep} any time."}',
        file="safety.yml",
    ),
    Seed("number-is-fresh", "verified_on: 2026-11-01\n", "verified_on: ▸2026-05-24\n", file="safety.yml"),
    Seed(
        "number-is-fresh", "recheck_by: 2027-01-30\n", "recheck_by: ▸2026-11-20\n", level="warning", file="safety.yml"
    ),
    Seed(
        "triggers-are-there",
        "",
        "",
        at="  ▸S-CRISIS:\n",
        level="warning",
        file="safety.yml",
        do=no_triggers,
    ),
    Seed("outside-is-neutral", "tracks:\n", "outside: {title: ▸Sober Steps}\ntracks:\n", file="course.yml"),
    Seed(
        "module-codes-differ",
        "modules: [slow-down]\npathways:\n",
        "modules: [slow-down]\nplanned: {a269: One, a933: ▸Two}\npathways:\n",
        file="course.yml",
    ),
    Seed(
        "group-has-no-link",
        "  breath: Let’s take one slow breath. Your eyes can stay open.\n",
        "  breath: ▸Let’s [breathe](module:one-thing).\n",
        ("a link to 'module:one-thing' stands here; write the words alone",),
        file="group.yml",
        base="tiny",
    ),
)
