"""course.yml and clinic.yml → the languages that are built, before anything else of these files is looked at."""

from __future__ import annotations

from pathlib import Path

from generator.language.by_language import CODE, Tongue
from generator.language.strings import SOURCE, interface_languages
from generator.load import read_source
from generator.source import read_yaml

_MOST = 20
"""Languages; a longer list is a mistake, and each is read for."""


def tongues_of(folder: Path) -> tuple[Tongue, ...]:
    """A tongue for each language of the course in its order; the source alone where the files cannot be read."""
    own = _languages(folder, "course.yml") or (SOURCE,)
    shown = _languages(folder, "clinic.yml") or own
    known = tuple(sorted({*own, *shown, *interface_languages(folder)}))
    return tuple(Tongue(language, own[0], shown, known) for language in shown)


def _languages(folder: Path, name: str) -> tuple[str, ...]:
    """What a file lists as its languages, as far as it makes sense; validation says what does not."""
    if not (folder / name).is_file():
        return ()
    source, _ = read_source(folder, name)
    document, _ = read_yaml(source) if source else (None, ())
    listed = document.value.get("languages") if document and isinstance(document.value, dict) else None
    found = listed if isinstance(listed, tuple) else ()
    return tuple(dict.fromkeys(one for one in found[:_MOST] if isinstance(one, str) and CODE.fullmatch(one)))
