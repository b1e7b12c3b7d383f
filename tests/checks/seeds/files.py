"""Seeds of the rules for files as a disk has them, and for exceptions."""

from __future__ import annotations

import os
from pathlib import Path

from tests.checks.seeds.seed import MODULE, SHORT, WHOLE_FILE, Seed

TODAY = "today: Take one short pause before your next meal.\n"


def a_folder(course: Path) -> None:
    """A folder in the place of the module."""
    (course / MODULE).unlink()
    (course / MODULE).mkdir()


def a_link_out(course: Path) -> None:
    """A link to a file outside of the course in the place of the module."""
    (course / MODULE).rename(course.parent / "outside.yml")
    (course / MODULE).symlink_to(course.parent / "outside.yml")


def fifty_megabytes(course: Path) -> None:
    """A module that is far too large."""
    os.truncate(course / MODULE, 50_000_000)


def not_utf_8(course: Path) -> None:
    """An accent as older programs save it."""
    (course / MODULE).write_bytes(b"id: slow-down\ntitle: Caf\xe9\n")


def no_module(course: Path) -> None:
    """The module is gone."""
    (course / MODULE).unlink()


def twin(course: Path) -> None:
    """The module a second time, with the other ending."""
    (course / "en/slow-down.yaml").write_bytes((course / MODULE).read_bytes())


def odd_name(course: Path) -> None:
    """A name with a line end in it."""
    (course / "en/odd\nname.yml").write_text("id: odd\n", "utf-8")


def not_to_be_read(course: Path) -> None:
    """A link to itself, which no right to read can help; whoever runs the tests may be allowed to read everything."""
    (course / MODULE).unlink()
    (course / MODULE).symlink_to("slow-down.yml")


SEEDS = (
    Seed("file-is-there", "", "", at=WHOLE_FILE, file="safety.yml", do=lambda course: (course / "safety.yml").unlink()),
    Seed("file-is-a-file", "", "", at=WHOLE_FILE, do=a_folder),
    Seed("file-is-inside-the-course", "", "", at=WHOLE_FILE, do=a_link_out),
    Seed("file-is-not-too-large", "", "", at=WHOLE_FILE, do=fifty_megabytes),
    Seed("file-is-utf-8", "", "id: slow-down\ntitle: Caf▸e\n", do=not_utf_8),
    Seed("file-is-not-empty", "", "# soon\n", at=WHOLE_FILE),
    Seed(
        "file-has-few-problems",
        "track: core\n",
        "track: core\n" + "".join(f"x{number}: 1\n" for number in range(201)),
        ("there are 1 more problems in this file; mend these first",),
        at="id: slow-down\n",
        also=("key-is-known",),
    ),
    Seed("file-is-named-after-its-id", "id: slow-down\n", "id: ▸slow-up\n", also=("file-is-there", "module-is-listed")),
    Seed("file-is-the-only-one", "", "", at=WHOLE_FILE, told_in="en/slow-down.yaml", do=twin),
    Seed("file-name-is-plain", "", "", at=WHOLE_FILE, told_in="en/odd\\nname.yml", do=odd_name),
    Seed("file-can-be-read", "", "", at=WHOLE_FILE, do=not_to_be_read),
    Seed("yaml-is-not-too-deep", TODAY, f"today: {'[' * 40}▸[{']' * 41}\n", also=("value-has-the-right-type",)),
    Seed("exception-is-used", SHORT, f"{SHORT}  - ▸{{rule: word-is-person-first, words: Slow, reason: A word.}}\n"),
    Seed("exception-is-allowed", SHORT, f"{SHORT}  - ▸{{rule: word-is-first, words: Slow, reason: A word.}}\n"),
    Seed("exception-has-one-place", SHORT, f"{SHORT}  - ▸{{rule: word-is-person-first, reason: A word.}}\n"),
    Seed(
        "lesson-length-is-right",
        SHORT,
        "",
        ("the lesson has 126 words; 700 to 1,100 are right",),
        at="- part: what\n",
        level="warning",
    ),
)
