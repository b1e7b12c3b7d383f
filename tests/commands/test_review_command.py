"""`psychoed review`: a course is reviewed, signed, built, changed and built again."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.order import Place

CLINICIAN = "--kind clinical --name|Ana Ruiz|--role counselor --credential LCSW --license-state MN"
OTHERS = (
    "--kind lived-experience --name|J. M.|--role|person in recovery|--may-be-named",
    "--kind plain-language --name|Bo Lind|--role editor",
)
USUAL = "--decision approve --next-review 2027-10 --yes"


@pytest.fixture
def tiny(tiny: Place) -> Place:
    """The tiny course on one paper in one edition: what is tested here is the same on all."""
    file = tiny.course / "course.yml"
    text = file.read_text("utf-8")
    assert "papers: [letter, a4]\n" in text
    file.write_text(text.replace("papers: [letter, a4]\n", "papers: [letter]\neditions: [standard]\n"), "utf-8")
    return tiny


def words(line: str) -> list[str]:
    """`--name|Ana Ruiz|--role editor` as the words of a command."""
    return [word for place, piece in enumerate(line.split("|")) for word in ([piece] if place % 2 else piece.split())]


def run(place: Place, line: str, said: str = "", epoch: str | None = None) -> Result:
    options = ["--course", str(place.course), "--config", str(place.config_file), "--site", str(place.site)]
    env = {"SOURCE_DATE_EPOCH": epoch} if epoch else {}
    return CliRunner(env=env).invoke(main, [*options, "--jobs", "1", *words(line)], input=said)


def state(place: Place, module: str = "one-thing") -> dict[str, object]:
    result = run(place, "review status --format json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert told["format"] == 1
    found: dict[str, object] = next(row for row in told["modules"] if row["module"] == module)
    return found


def sign(place: Place, *people: str, more: str = USUAL) -> None:
    for person in people or (CLINICIAN, *OTHERS):
        result = run(place, f"review sign one-thing --code {state(place)['code']} {person} {more}")
        assert result.exit_code == 0, result.output


def lesson(place: Place) -> str:
    """The page without its styles, which name every mark."""
    return (place.site / "dev/en/one-thing/index.html").read_text("utf-8").partition("</head>")[2]


def sheet(place: Place, name: str) -> str:
    pages = pypdfium2.PdfDocument(place.site / f"dev/en/{name}-letter.pdf")
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def edit(place: Place, old: str, new: str) -> None:
    file = place.course / "en/one-thing.yml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def built(place: Place, epoch: str | None = None) -> str:
    result = run(place, "--quiet build", epoch=epoch)
    assert result.exit_code == 0, result.output
    return lesson(place)


DRAFT = "Draft – not yet reviewed by a clinician"
# 5 December 2026; all other tests have 21 November.
AFTER = "1796428800"


def test_a_module_is_signed_shown_changed_and_unsigned_again(tiny: Place) -> None:
    assert DRAFT in built(tiny)
    sign(tiny)
    page = built(tiny)
    assert DRAFT not in page
    assert "ps-draft-mark" not in page
    assert '<p class="ps-checked-mark" role="note">Checked by Ana Ruiz, LCSW, ' in page
    handout = sheet(tiny, "one-thing/print/01-handout")
    for name in ("Checked by Ana Ruiz, LCSW, ", "J. M., person in recovery", "Bo Lind, editor"):
        assert name in page
        assert name in handout
    assert DRAFT not in handout
    assert DRAFT in (tiny.site / "dev/en/another-thing/index.html").read_text("utf-8")
    about = (tiny.site / "dev/en/about.html").read_text("utf-8")
    assert "One thing: Checked by Ana Ruiz, LCSW" in about
    # A comment and a layout's key change no word.
    edit(tiny, "id: one-thing\n", "id: one-thing  # the first\n")
    assert state(tiny)["status"] == "approved"
    assert "Ana Ruiz" in built(tiny)
    edit(tiny, "title: One thing\n", "title: One small thing\n")
    page = built(tiny)
    assert DRAFT in page
    assert "Ana Ruiz" not in page
    assert DRAFT in sheet(tiny, "one-thing/print/01-handout")
    reviews = state(tiny)["reviews"]
    assert isinstance(reviews, list)
    assert [(row["state"], row["name"], row["changed"]) for row in reviews] == [
        ("changed", "Ana Ruiz", ["title"]),
        ("changed", "J. M.", ["title"]),
        ("changed", "Bo Lind", ["title"]),
    ]
    assert "unsigned since the text changed after Ana Ruiz, LCSW, " in run(tiny, "review status").output
    # What they signed stays, as history: the old words back, and it is approved again.
    edit(tiny, "title: One small thing\n", "title: One thing\n")
    assert state(tiny)["status"] == "approved"


def test_a_check_that_is_past_due_shows_the_day_it_is_although_no_file_changed(tiny: Place) -> None:
    sign(tiny, more="--decision approve --date 2025-12-01 --next-review 2026-11 --yes")
    assert "ps-past-due" not in built(tiny)
    page = built(tiny, AFTER)
    assert '<p class="ps-draft-mark" role="note">Check was due ' in page
    assert "It may be out of date." in page
    handout = sheet(tiny, "one-thing/print/01-handout")
    assert "check was due " in handout
    assert "It may be out of date." in handout
    assert "Checked by Ana Ruiz" in handout
    assert "ps-past-due" not in built(tiny)


def test_a_module_far_past_due_is_built_only_for_who_asks_for_it(tiny: Place) -> None:
    edit(tiny, "next_review: 2027-11", "next_review: 2026-08")
    before = built(tiny)
    assert "ps-past-due" in before
    assert "one-thing.yml:448:16: warning: the review of 2026-08 is 82 days past due [review-is-not-past-due]" in (
        run(tiny, "check").output
    )
    result = run(tiny, "build", epoch=AFTER)
    assert result.exit_code == 1
    late = "one-thing.yml:448:16: {}: the review of 2026-08 is 96 days past due [review-is-not-long-past-due]"
    assert late.format("error") in result.output
    # Nobody loses the pages that stand there.
    assert lesson(tiny) == before
    result = run(tiny, "--overdue build", epoch=AFTER)
    assert result.exit_code == 0, result.output
    assert late.format("warning") in result.output
    assert "ps-past-due" in lesson(tiny)


def test_a_review_that_comes_too_late_is_said(tiny: Place) -> None:
    edit(tiny, "next_review: 2027-11", "next_review: 2027-12")
    assert (
        "one-thing.yml:448:16: error: the next review is 13 months ahead; the most for this module is 12"
        " [review-comes-in-time]" in run(tiny, "check").output
    )


def test_a_retired_module_says_so_and_asks_for_no_review(tiny: Place) -> None:
    sign(tiny)
    edit(tiny, "status: draft", "status: retired")
    edit(tiny, "next_review: 2027-11", "next_review: 2020-01")
    page = built(tiny)
    assert '<p class="ps-draft-mark" role="note">No longer in use</p>' in page
    assert "Ask staff for the lesson that took its place." in page
    assert "Ana Ruiz" not in page
    assert "No longer in use" in sheet(tiny, "one-thing/print/01-worksheet-1")


def test_status_ends_with_1_only_where_it_is_asked_to(tiny: Place) -> None:
    assert run(tiny, "review status").exit_code == 0
    assert run(tiny, "review status --strict").exit_code == 1
    assert run(tiny, "review status --language xx").exit_code == 2
    edit(tiny, "title: One thing", "title: [")
    assert run(tiny, "review status").exit_code == 0, "the others can still be told of"
    (tiny.course / "course.yml").write_text("id: [", "utf-8")
    assert run(tiny, "review status").exit_code == 1


def refused(place: Place, line: str, code: int = 2) -> str:
    """What is said to a signature that cannot be; nothing is written."""
    result = run(place, line)
    assert result.exit_code == code, result.output
    assert not (place.course / "reviews").exists()
    return " ".join(result.output.split())


def test_a_code_of_another_text_is_refused(tiny: Place) -> None:
    said = refused(tiny, f"review sign one-thing --code {state(tiny, 'another-thing')['code']} {CLINICIAN} {USUAL}")
    assert "is not the code of this text, so it changed after the packet was made" in said


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (
            "--kind clinical --name TODO --role counselor --credential LCSW --license-state MN",
            "'TODO' is nobody's name",
        ),
        ("--kind clinical --name|Ana Ruiz|--role counselor", "'credential' is missing; give it with --credential"),
        (
            "--kind clinical --name|Ana Ruiz|--role counselor --credential N/A --license-state MN",
            "a clinical review needs a credential, as LCSW",
        ),
        ("--kind lived-experience --name Jo --role peer", "nothing says that the person agreed to be named"),
        (f"{CLINICIAN} --date 2030-01-01", "2030-01-01 is still to come"),
        (f"{CLINICIAN} --date yesterday", "'date' cannot be 'yesterday'; write a day, as 2026-11-22"),
        (f"{CLINICIAN} --next-review 2029-02", "months after this one; it should be 1 to 24"),
        (
            f"{CLINICIAN} --next-review 2027-12",
            "the next review is 13 months ahead; the most for this module is 12",
        ),
        (f"{CLINICIAN} --next-review soon", "'next review' cannot be 'soon'; write a year and month, as 2027-11"),
        (f"{CLINICIAN} --decision reject", "'reject' needs remarks that say what should change"),
        (f"{CLINICIAN} --funding|a\nb|", "'funding' cannot be"),
    ],
)
def test_what_nobody_can_sign_is_refused(tiny: Place, person: str, said: str) -> None:
    usual = " ".join(
        pair for pair in ("--decision approve", "--next-review 2027-10") if pair.split()[0] not in person.split()
    )
    line = f"review sign one-thing --yes --code {state(tiny)['code']} {usual} {person}"
    assert said in refused(tiny, line)


def test_a_module_with_errors_is_not_signed_and_not_sent_out(tiny: Place) -> None:
    code = state(tiny)["code"]
    edit(tiny, "objective: ", "objective: no-such-")
    assert "'one-thing' has errors; mend them" in refused(
        tiny, f"review sign one-thing --code {code} {CLINICIAN} {USUAL}", 1
    )
    assert "'one-thing' has errors; mend them" in refused(tiny, "review start one-thing", 1)
    assert "there is no module 'one-thin' in 'en'; did you mean 'one-thing'?" in refused(tiny, "review start one-thin")


def test_without_a_terminal_nothing_is_written_that_nobody_said_yes_to(tiny: Place) -> None:
    line = f"review sign one-thing --code {state(tiny)['code']} {CLINICIAN} --decision approve --next-review 2027-10"
    assert "add --yes to write it" in refused(tiny, line)


def test_a_terminal_is_asked_for_what_is_missing(tiny: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.commands.review._terminal", lambda: True)
    code = state(tiny)["code"]
    answers = [
        code,
        "lived-experience",
        "J. M.",
        "person in recovery",
        "approve",
        "",
        "",
        "",
        "2027-10",
        "",
        "",
        "y",
        "n",
    ]
    result = run(tiny, "review sign one-thing", "\n".join(map(str, answers)) + "\n")
    assert (result.exit_code, (tiny.course / "reviews").exists()) == (2, False), result.output
    assert "name:           J. M." in result.output
    result = run(tiny, "review sign one-thing", "\n".join([*map(str, answers[:-1]), "y"]) + "\n")
    assert result.exit_code == 0, result.output
    assert 'name: "J. M."' in (tiny.course / "reviews/en/one-thing.yml").read_text("utf-8")


def test_older_entries_stay_and_the_text_that_was_signed_is_kept(tiny: Place) -> None:
    sign(tiny, CLINICIAN)
    file = tiny.course / "reviews/en/one-thing.yml"
    before = file.read_text("utf-8")
    edit(tiny, "title: One thing\n", "title: One small thing\n")
    sign(tiny, CLINICIAN)
    assert file.read_text("utf-8").startswith(before)
    assert len(list(file.parent.glob("one-thing.*.txt"))) == 2
    assert run(tiny, "review status").exit_code == 0
    again = run(tiny, f"review sign one-thing --code {state(tiny)['code']} {CLINICIAN} {USUAL}")
    assert (again.exit_code, "has signed this text already" in again.output) == (2, True)


def test_a_broken_file_of_sign_offs_is_not_written_over(tiny: Place) -> None:
    sign(tiny, CLINICIAN)
    code, file = state(tiny)["code"], tiny.course / "reviews/en/one-thing.yml"
    broken = file.read_text("utf-8").replace("Ana Ruiz", "Eva Ruiz")
    file.write_text(broken, "utf-8")
    result = run(tiny, f"review sign one-thing --code {code} {OTHERS[1]} {USUAL}")
    assert (result.exit_code, "sign-off-is-sealed" in result.output) == (1, True)
    assert file.read_text("utf-8") == broken


def packet(place: Place, folder: Path, more: str = "") -> tuple[Result, list[str], str]:
    result = run(place, f"review start one-thing --out|{folder}|{more}")
    if result.exit_code:
        return result, [], ""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(folder / "01-review-en-letter.pdf")]
    return result, [" ".join(page.split()) for page in pages], (folder / "01-review-en.html").read_text("utf-8")


def test_a_packet_holds_the_form_the_figures_the_module_and_the_key(tiny: Place, tmp_path: Path) -> None:
    result, pages, page = packet(tiny, tmp_path / "out")
    assert result.exit_code == 0, result.output
    code = state(tiny)["code"]
    (form,) = (text for text in pages if "Review (tick one)" in text)
    for asked in (str(code), "PEMAT understandability", "CDC index", "Two readers", "Decision", "How to return it"):
        assert asked in form, "the form is on one page"
    whole = " ".join(pages)
    for shown in (
        "Nobody has decided",
        "AHRQ PEMAT-P",
        "Sources and their evidence",
        "Phone numbers on its pages",
        "Answer key",
    ):
        assert shown in whole
        assert shown in page or shown == "Answer key"
    assert 'id="answer-key"' in page
    assert str(code) in page
    assert not re.search(r'(src|href)="(?!#|data:|tel:|sms:|https://)', page)
    again, *_ = packet(tiny, tmp_path / "out")
    assert (again.exit_code, "there is an older packet in that folder" in again.output) == (2, True)
    assert packet(tiny, tmp_path / "out", "--yes")[0].exit_code == 0


def test_a_packet_says_what_changed_since_somebody_decided(tiny: Place, tmp_path: Path) -> None:
    sign(tiny, CLINICIAN)
    assert "The text is the same as on that day." in " ".join(packet(tiny, tmp_path / "same")[1])
    edit(tiny, "title: One thing\n", "title: One small thing\n")
    _, pages, page = packet(tiny, tmp_path / "other")
    assert "Was: One thing Now: One small thing" in " ".join(pages)
    assert "<del>One thing</del>" in page and "<ins>One small thing</ins>" in page
    for text in (tiny.course / "reviews/en").glob("*.txt"):
        text.write_text("not what was signed\n", "utf-8")
    assert "The text of that day is not kept" in " ".join(packet(tiny, tmp_path / "lost")[1])


def test_a_foreign_file_is_not_replaced(tiny: Place, tmp_path: Path) -> None:
    (tmp_path / "01-review-en-letter.pdf").write_text("mine", "utf-8")
    result = run(tiny, f"review start one-thing --yes --out|{tmp_path}|")
    assert result.exit_code == 2
    assert (tmp_path / "01-review-en-letter.pdf").read_text("utf-8") == "mine"


def test_a_file_of_sign_offs_with_an_error_is_told_beside_the_table(tiny: Place) -> None:
    file = tiny.course / "reviews" / "en" / "one-thing.yml"
    file.parent.mkdir(parents=True)
    file.write_text("module: one-thing\nlanguage: en\n", "utf-8")
    result = run(tiny, "review status --format json")
    assert result.exit_code == 1
    assert "tiny/reviews/en/one-thing.yml:1:1: error: the key 'sign_offs' is missing" in result.stderr
    assert json.loads(result.stdout)["modules"]


def test_what_a_terminal_would_obey_is_shown_as_signs(tiny: Place) -> None:
    result = run(tiny, "review sign one-thing --code|a\x1b]0;x\x07|--yes")
    assert result.exit_code == 2
    assert "'a\\x1b]0;x\\x07' is not the code of this text" in result.stderr
