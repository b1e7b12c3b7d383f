"""Bring a gettext file in line with en.yml: new words come in, changed English is marked fuzzy, what is gone goes.

    python -m generator.language.update site_templates/locales/es.po modules/locales/de.po

A file that is not there yet is begun. What translators wrote is kept, and so are their names in the header.
"""

from __future__ import annotations

import io
from pathlib import Path

import click
from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from generator.kept import write_whole
from generator.language.strings import SOURCE, interface_strings

WIDTH = 110


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
def main(files: tuple[Path, ...]) -> None:
    """Bring gettext FILES in line with the program's words; each is named after its language, as `es.po`."""
    for file in files:
        before = file.read_bytes() if file.is_file() else b""
        after, told = updated(before, file.stem)
        if after != before:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, after)
        click.echo(f"{file}: {told}")


def updated(before: bytes, language: str) -> tuple[bytes, str]:
    """The file's new bytes, and in one line how far it is."""
    catalog = read_po(io.BytesIO(before), charset="utf-8") if before else _empty(language)
    _follow(catalog, interface_strings(SOURCE)[0])
    written = io.BytesIO()
    write_po(written, catalog, width=WIDTH, ignore_obsolete=True)
    entries = [entry for entry in catalog if entry.id]
    done = sum(1 for entry in entries if entry.string and not entry.fuzzy)
    fuzzy = sum(1 for entry in entries if entry.string and entry.fuzzy)
    return written.getvalue(), f"{done} of {len(entries)} words, {fuzzy} to look at again"


def _follow(catalog: Catalog, english: dict[str, str]) -> None:
    """Put the catalog in the order of the English words. An id is for ever, so nothing is guessed by likeness."""
    old = {str(entry.context): entry for entry in catalog if entry.id}
    for entry in old.values():
        catalog.delete(entry.id, entry.context)
    catalog.obsolete.clear()
    for id_, words in english.items():
        was = old.get(id_)
        is_new = was is None or not was.string
        flags = set() if is_new or was is None else {*was.flags, *(() if was.id == words else ("fuzzy",))}
        catalog.add(
            words,
            "" if was is None else was.string,
            context=id_,
            flags=flags,
            user_comments=was.user_comments if was else (),
        )


def _empty(language: str) -> Catalog:
    try:
        made = Catalog(locale=language.replace("-", "_"), project="Psychoed", fuzzy=False, charset="utf-8")
    except UnknownLocaleError:
        raise click.UsageError(f"'{language}' is not a language; name the file as es.po or es-MX.po") from None
    made.header_comment = f"# Interface words of Psychoed, {language}. Nobody has reviewed this translation yet."
    # Babel would write made-up names and addresses here.
    made.version = made.msgid_bugs_address = made.last_translator = made.language_team = ""
    return made


if __name__ == "__main__":
    main()
