"""A sign-off file that somebody edited, or that belongs elsewhere: what is said, and where."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.build import check_course
from generator.order import Order, Place
from generator.reviews.read import file_of, read_reviews
from generator.reviews.seal import sealed, written
from generator.reviews.somebody import is_nobody, is_placeholder
from generator.schema.signoffs import SignOff, SignOffsSpec
from tests.reviews.signed import COMMON, PEOPLE, all_three, sign_off

ORDER = Order(today=date(2026, 11, 22), jobs=1)
OF = "reviews/en/one-thing.yml"


def file(*sign_offs: SignOff, module: str = "one-thing", language: str = "en") -> str:
    return written(SignOffsSpec(module=module, language=language, sign_offs=sign_offs))


def put(place: Place, text: str, name: str = OF) -> Path:
    path = place.course / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def told(place: Place) -> list[str]:
    """What is said of the sign-offs."""
    return [str(problem) for problem in check_course(place, ORDER).problems if "/reviews" in problem.path]


def test_what_is_written_is_read_back_and_nothing_is_wrong_with_it(tiny: Place) -> None:
    odd = sign_off("clinical", name="Zoë “No” Ø: #1", remarks="- 12:30, `x` & 'y' \\ \"z\"", known_limits="No")
    put(tiny, file(*all_three("a" * 64), odd))
    assert told(tiny) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('name: "Ana Ruiz"', 'name: "Eva Ruiz"'),
        ('decision: "approve"', 'decision: "reject"\n  remarks: "No."'),
        ('date: "2026-11-20"', 'date: "2026-11-21"'),
        ('credential: "LCSW"', 'credential: "MD"'),
        ("revision: 1", "revision: 2"),
        ('digest: "aaaa', 'digest: "baaa'),
        ('conflicts: "none"', 'conflicts: "none"\n  known_limits: "all"'),
    ],
)
def test_an_edit_by_hand_is_found(tiny: Place, old: str, new: str) -> None:
    text = file(sign_off("clinical"))
    put(tiny, text.replace(old, new, 1))
    assert text.count(old) == 1
    assert (
        f"tiny/{OF}:6:9: error: this sign-off by {'Eva' if 'Eva' in new else 'Ana'} Ruiz was changed after it was written"
        " [sign-off-is-sealed]" in told(tiny)
    )


def test_comments_and_yaml_style_break_no_seal(tiny: Place) -> None:
    put(tiny, "# Mine\n" + file(sign_off("plain-language")).replace('"Bo Lind"', "Bo Lind  # who?"))
    assert told(tiny) == []


@pytest.mark.parametrize("name", ["TODO", "N/A", "x", "Name", "<your name>", "xxx", "???", "Reviewer"])
def test_a_signature_by_nobody_is_found(tiny: Place, name: str) -> None:
    values = {**COMMON, **PEOPLE["plain-language"], "kind": "plain-language", "digest": "a" * 64, "name": name}
    put(tiny, file(sealed(values, "one-thing", "en")))
    assert told(tiny) == [f"tiny/{OF}:7:9: error: '{name}' is nobody's name [sign-off-is-by-somebody]"]


def test_initials_and_short_names_are_somebody_s() -> None:
    assert not any(map(is_nobody, ("J. M.", "Jo", "A. A.", "Li", "Ana", "María José", "O'Neil")))
    assert not is_placeholder("editor")
    assert is_placeholder("TBD")


def test_what_each_kind_needs_is_asked_for(tiny: Place) -> None:
    bare = {"credential": None, "license_state": None, "may_be_named": False}
    put(tiny, file(sign_off("clinical", **bare), sign_off("lived-experience", **bare)))
    assert [said.partition("error: ")[2] for said in told(tiny)] == [
        "a clinical review needs a credential, as LCSW [sign-off-is-by-somebody]",
        "a clinical review needs a license's state, as MN [sign-off-is-by-somebody]",
        "nothing says that the person agreed to be named with this name or these initials [sign-off-is-by-somebody]",
    ]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"date": "2026-11-31"}, "there is no day '2026-11-31'"),
        ({"date": "2026-12-01"}, "2026-12-01 is still to come"),
        ({"next_review": "2029-01"}, "the next review is 26 months after this one; it should be 1 to 24"),
        ({"next_review": "2026-11"}, "the next review is 0 months after this one; it should be 1 to 24"),
    ],
)
def test_days_that_cannot_be_are_found(tiny: Place, values: dict[str, str], said: str) -> None:
    put(tiny, file(sign_off("plain-language", **values)))
    assert [line.partition("error: ")[2] for line in told(tiny)] == [f"{said} [sign-off-dates-fit]"]


def test_sign_offs_of_another_module_or_language_are_found(tiny: Place) -> None:
    put(tiny, file(sign_off("plain-language", module="another-thing"), module="another-thing"))
    assert told(tiny) == [
        f"tiny/{OF}:3:9: error: these sign-offs are for the module 'another-thing', and the file stands at 'one-thing'"
        " [sign-off-has-its-module]"
    ]
    # Moved and renamed inside: the seal knows where it belongs.
    put(tiny, file(sign_off("plain-language", module="another-thing")))
    assert "was changed after it was written" in told(tiny)[0]


def test_sign_offs_without_a_module_or_a_language_are_found(tiny: Place) -> None:
    put(tiny, file(module="one-thin"), "reviews/en/one-thin.yml")
    put(tiny, file(language="xx"), "reviews/xx/one-thing.yml")
    assert told(tiny) == [
        "tiny/reviews/en/one-thin.yml:1:1: error: there is no module 'one-thin' in this language; did you mean"
        " 'one-thing'? [sign-off-has-its-module]",
        "tiny/reviews/xx:1:1: error: 'xx' is no language of this course; known here: en [sign-off-has-its-module]",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("module: [", "yaml-is-well-formed"),
        ("", "file-is-not-empty"),
        ("module: one-thing\nlanguage: en\n", "key-is-there"),
        (file(sign_off("clinical")).replace('"clinical"', '"medical"', 1), "choice-is-known"),
        (file(sign_off("clinical")).replace('seal: "', 'seal: "x', 1), "value-has-the-right-form"),
        (file(sign_off("clinical")).replace("role:", "rolle:", 1), "key-is-known"),
        ("- 1\n", "value-has-the-right-type"),
        ("\x00", "yaml-is-well-formed"),
    ],
)
def test_a_broken_file_is_a_problem_with_a_place(tiny: Place, text: str, said: str) -> None:
    put(tiny, text)
    found = told(tiny)
    assert any(said in line for line in found), found
    assert all(line.startswith(f"tiny/{OF}:") for line in found)


def test_a_folder_that_is_a_file_is_said(tiny: Place) -> None:
    (tiny.course / "reviews").write_text("", "utf-8")
    assert told(tiny) == [
        "tiny/reviews:1:1: error: this is no folder; put a folder with the files here, or take this away [file-is-a-file]"
    ]


def test_an_old_digest_is_no_problem(tiny: Place) -> None:
    put(tiny, file(*all_three("0" * 64)))
    assert told(tiny) == []
    (facts,) = (module for module in check_course(tiny, ORDER).facts if module.id == "one-thing")
    assert (facts.status, facts.reviewers) == ("draft", ())


def test_a_file_that_still_names_its_reviewers_is_told_what_to_do(tiny: Place) -> None:
    file = tiny.course / "en/one-thing.yml"
    text = file.read_text("utf-8")
    old = "  status: draft\n"
    assert text.count(old) == 1
    file.write_text(text.replace(old, "  status: approved\n  clinical: {name: Ana Ruiz, role: counselor}\n"), "utf-8")
    assert [str(problem) for problem in check_course(tiny, ORDER).problems if "one-thing.yml:44" in str(problem)] == [
        "tiny/en/one-thing.yml:444:11: error: 'status' cannot be 'approved'; a module is approved by those who sign it with"
        " `psychoed review sign`: write 'draft' [choice-is-known]",
        "tiny/en/one-thing.yml:445:3: error: unknown key 'clinical'; who reviewed a module is written by"
        " `psychoed review sign`; take this out [key-is-known]",
    ]


def test_where_sign_offs_stand() -> None:
    assert file_of("one-thing", "en") == OF


@pytest.mark.parametrize("first", ["yml", "yaml"])
def test_of_two_files_for_one_module_neither_counts(tiny: Place, first: str) -> None:
    objection = sign_off("clinical", decision="reject", remarks="No.")
    put(tiny, file(*all_three("a" * 64)), OF if first == "yml" else f"{OF[:-3]}yaml")
    assert told(tiny) == []
    put(tiny, file(objection), f"{OF[:-3]}yaml" if first == "yml" else OF)
    (said,) = told(tiny)
    assert said.startswith("tiny/reviews/en/one-thing.yaml:1:1: error: ")
    assert "'reviews/en/one-thing.yml'" in said
    assert read_reviews(tiny.course, "en", ["one-thing"], ORDER.today)[0].sign_offs == {}


def test_a_file_where_the_folder_of_a_language_should_be_is_said(tiny: Place) -> None:
    put(tiny, "x", "reviews/en")
    assert told(tiny) == [
        "tiny/reviews/en:1:1: error: this is no folder; put a folder with the files here, or take this away [file-is-a-file]"
    ]
