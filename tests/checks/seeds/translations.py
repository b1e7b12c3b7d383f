"""Seeds of the rules for texts in other languages; the tiny course has one lesson in Spanish here."""

from __future__ import annotations

from pathlib import Path

from generator.translations.ledger import ledger_name
from tests.checks.seeds.seed import WHOLE_FILE, Seed

SPANISH = "es/one-thing.yml"
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: es\\n"\n\n'


def word(id_: str, english: str, spanish: str) -> str:
    """An entry of a gettext file."""
    return f'msgctxt "{id_}"\n▸msgid "{english}"\nmsgstr "{spanish}"\n\n'


def words(rule: str, text: str, level: str = "error") -> Seed:
    """A seed of the course's own words for the pages, in Spanish."""
    return Seed(rule, "", HEAD + text, file="locales/es.po", base="two", level=level)


def in_german(course: Path) -> None:
    """Choose a language that has one word."""
    (course / "locales").mkdir()
    (course / "locales/de.po").write_text(
        HEAD.replace("es", "de") + word("home", "Home", "Start").replace("▸", ""), "utf-8"
    )
    _change(course / "course.yml", "[en, es]", "[en, de]")


def alone(course: Path) -> None:
    """A lesson in Spanish that is not there in English."""
    text = (course / SPANISH).read_text("utf-8")
    (course / "es/lone-thing.yml").write_text(text.replace("id: one-thing\n", "id: lone-thing\n"), "utf-8")


def not_noted(course: Path) -> None:
    """Nobody has said that the lesson was compared with its source."""
    (course / ledger_name("es", "one-thing")).unlink()


def _change(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


SEEDS = (
    Seed(
        "text-is-in-every-language",
        "title: Tiny\n",
        "▸title: {en: Tiny}\n",
        file="course.yml",
        base="two",
        level="warning",
    ),
    Seed("text-is-in-first-language", "title: Tiny\n", "▸title: {es: Tiny}\n", file="course.yml", base="two"),
    words("interface-word-fits", word("minutes", "{minutes} minutes", "minutos")),
    words(
        "interface-word-is-known", word("home", "Home", "Inicio").replace("▸", "") + word("hom", "Home", "I"), "warning"
    ),
    Seed("translation-is-gettext", "", "▸<html>\n<p>Not found</p>\n", file="locales/es.po", base="two"),
    Seed(
        "interface-is-translated",
        "",
        "",
        at="[en, ▸de]",
        file="course.yml",
        base="two",
        also=(
            "module-is-in-each-language",
            "language-is-measured",
            "language-is-there",
            "message-is-in-each-language",
            "triggers-are-there",
        ),
        level="warning",
        do=in_german,
    ),
    Seed(
        "translation-has-a-source",
        "",
        "",
        at="id: ▸lone-thing",
        told_in="es/lone-thing.yml",
        base="two",
        do=alone,
        also=("alt-text-tells-the-picture", "module-is-listed", "term-is-defined-once"),
    ),
    Seed(
        "translation-is-confirmed",
        "",
        "",
        at="id: one-thing\ntitle: ▸One thingº",
        told_in=SPANISH,
        base="two",
        level="warning",
        do=not_noted,
    ),
    Seed(
        "translation-is-up-to-date",
        "today: Drink a glass of water.\n",
        "today: Drink two cups of tea.\n",
        at="today: ▸Drink a glass of water.º",
        file="en/one-thing.yml",
        told_in=SPANISH,
        base="two",
        level="warning",
    ),
    Seed("translation-matches-its-source", "minutes: 15\n", "minutes: ▸16\n", file=SPANISH, base="two"),
    Seed(
        "translation-keeps-its-links",
        "A [thing](term:thing) is",
        "A [thing](https://a.example/) is",
        at="        text: ▸|\n          A [thing](https",
        file=SPANISH,
        base="two",
        also=("term-is-used",),
    ),
    Seed(
        "translation-keeps-its-numbers",
        "today: Drink a glass of water.º\n",
        "today: ▸Beba 8 vasos de agua.\n",
        file=SPANISH,
        base="two",
    ),
    Seed(
        "module-is-in-each-language",
        "",
        "",
        at=WHOLE_FILE,
        file="en/one-thing.yml",
        base="two",
        level="note",
        do=lambda course: (course / SPANISH).unlink(),
    ),
    Seed(
        "message-is-in-each-language",
        "      es: Keep it in a safe place.\n",
        "",
        ("'S-PRIVACY' has no text in the language 'es'",),
        also=("translation-is-confirmed",),
        at="▸en: Keep it in a safe place.",
        file="safety.yml",
        base="two",
        level="warning",
    ),
)
