"""Who decided what about a text → one more entry in the module's file of sign-offs. What stands there already stays."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.checks.due_reviews import longest_wait
from generator.checks.sign_offs import flaws
from generator.kept import write_whole
from generator.reviews.desk import NotReviewed, Released
from generator.reviews.due import months_between
from generator.reviews.kept_text import name_of
from generator.reviews.seal import sealed, written
from generator.reviews.text import is_code_of
from generator.schema.signoffs import SignOff, SignOffsSpec


@dataclass(frozen=True, slots=True)
class Ready:
    """A sign-off that can be written: nothing is on disk yet."""

    released: Released
    sign_off: SignOff

    @property
    def file(self) -> str:
        """All sign-offs of the module, as they will stand in its file."""
        language = self.released.frame.language
        entries = (*self.released.sign_offs, self.sign_off)
        return written(SignOffsSpec(module=self.released.module.id, language=language, sign_offs=entries))


def ready(released: Released, code: str, said: Mapping[str, Any], today: date) -> Ready:
    """Make a sign-off of the text of today. Raises NotReviewed with a sentence for each thing that does not fit.

    `code` is what the reviewer's form has: somebody signs what they read, not what stands there by now. `said` has the
    values of a SignOff but for the revision, the digest and the seal.
    """
    check_code(released, code)
    module, language = released.module, released.frame.language
    values = {name: _plain(value) for name, value in said.items() if value not in (None, "")}
    try:
        sign_off = sealed({**values, "revision": module.revision, "digest": released.digest}, module.id, language)
    except ValidationError as error:
        raise NotReviewed("\n".join(_sentence(dict(details)) for details in error.errors())) from None
    wrong = [said for _, said, _ in flaws(sign_off, today)] or _too_late(sign_off, released)
    if wrong:
        raise NotReviewed("\n".join(wrong))
    if sign_off.seal in {one.seal for one in released.sign_offs}:
        raise NotReviewed(f"{sign_off.name} has signed this text already, with the same words")
    return Ready(released, sign_off)


def check_code(released: Released, code: str) -> None:
    """Raise NotReviewed if the code is another text's than that of today."""
    if not is_code_of(code, released.digest):
        raise NotReviewed(
            f"'{code}' is not the code of this text, so it changed after the packet was made, or the packet is another"
            " one; make a new packet with `psychoed review start`, and let the reviewer look at what changed"
        )


def write(course: Path, signed: Ready) -> tuple[Path, Path]:
    """Write the file of sign-offs with the new entry, and keep the text that was read; the names of both files."""
    released = signed.released
    file = course / released.signed_in
    text = course / name_of(released.module.id, released.frame.language, released.digest)
    for each in (file, text):
        if each.is_symlink() or (each.exists() and not each.is_file()):
            raise NotReviewed(f"{each} is no plain file; take it away first")
    write_whole(text, released.text.encode())
    write_whole(file, signed.file.encode())
    return file, text


def _too_late(sign_off: SignOff, released: Released) -> list[str]:
    most = longest_wait(released.module.id, released.module.safety, released.frame.spec)
    ahead = months_between(date.fromisoformat(sign_off.date), sign_off.next_review)
    return [f"the next review is {ahead} months ahead; the most for this module is {most}"] if ahead > most else []


def _plain(value: Any) -> Any:
    """Text as our reader hands it back, so that the seal holds."""
    return unicodedata.normalize("NFC", value).strip() if isinstance(value, str) else value


def _sentence(details: dict[str, Any]) -> str:
    """What pydantic found, in a sentence."""
    name, given = str(details["loc"][0]).replace("_", " "), details["input"]
    if details["type"] == "missing":
        return f"'{name}' is missing"
    if details["type"] == "literal_error":
        return f"'{name}' cannot be '{given}'; it is {details['ctx']['expected']}"
    if details["type"] == "string_too_long":
        return f"'{name}' has {len(str(given)):,} letters; the most is {details['ctx']['max_length']:,}"
    shapes = {"date": "a day, as 2026-11-22", "next review": "a year and month, as 2027-11"}
    return f"'{name}' cannot be '{given}'; write {shapes.get(name, 'one line of plain words')}"
