"""The ledger of a translation: for each text, which wording of the source it was made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, RootModel, StringConstraints

from generator.kept import write_whole
from generator.load import read_source
from generator.problems import Problems
from generator.source import read_yaml
from generator.translations.states import Ledger
from generator.validate import validate

FOLDER = "translations"

_HEAD = """\
# Written by `psychoed translate`: which wording of {source} each text in '{language}' was made from.
# It is how a changed sentence is found. Do not edit it; `psychoed translate accept` writes it anew.
"""


class LedgerSpec(
    RootModel[
        dict[
            Annotated[str, StringConstraints(max_length=400)],
            Annotated[
                str, Field(pattern=r"^[0-9a-f]{12}$", description="The first 12 hex digits of a text's SHA-256.")
            ],
        ]
    ]
):
    """A text's key, then the digest of the source it was made from.

    Example:
        main_message: 0f3a5c7e9b1d
    """

    model_config = ConfigDict(defer_build=True)


def ledger_name(language: str, module: str) -> str:
    """Where the ledger of a module stands in the course's folder."""
    return f"{FOLDER}/{language}/{module}.yml"


def read_ledger(folder: Path, language: str, module: str) -> tuple[Ledger | None, Problems]:
    """Read a ledger; None where there is none, and where it cannot be read."""
    name = ledger_name(language, module)
    if not (folder / name).exists():
        return None, ()
    source, problems = read_source(folder, name)
    if source is None:
        return None, problems
    document, problems = read_yaml(source)
    if document is None:
        return None, problems
    spec, more = validate(document, LedgerSpec)
    return (spec.root if spec and not problems else None), (*problems, *more)


def read_ledgers(folder: Path, language: str, modules: Sequence[str]) -> tuple[Mapping[str, Ledger | None], Problems]:
    """The ledger of each module of a language."""
    read = {module: read_ledger(folder, language, module) for module in modules}
    return {module: ledger for module, (ledger, _) in read.items()}, tuple(
        problem for _, problems in read.values() for problem in problems
    )


def make_room(folder: Path, language: str, module: str) -> Path:
    """Make the folder that a ledger will stand in; returns the ledger's path. Raises OSError if a file is in the way."""
    path = folder / ledger_name(language, module)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def write_ledger(folder: Path, language: str, module: str, source: str, ledger: Ledger) -> Path:
    """Write the ledger of a module, or of a shared file, whose source is the file `source`; returns its path."""
    path = make_room(folder, language, module)
    head = _HEAD.format(source=source, language=language)
    # Digits alone would be read as a number.
    lines = "".join(f'{key}: "{digest}"\n' for key, digest in ledger.items())
    write_whole(path, (head + lines).encode())
    return path
