"""A false alarm is answered in the file, with a reason; an answer that holds for nothing is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.build import Result, build_course, check_course
from generator.order import Order, Place
from tests.test_build import change

TODAY = "today: Drink a glass of water.\n"
END = "review:\n  status: draft\n"
ORDER = Order(jobs=1, today=date(2026, 11, 21))
NAME = "  - rule: word-is-person-first\n    words: Addicts Together\n    reason: It is the name of a group.\n"


def told(place: Place) -> list[str]:
    """What the check says, without the length of lessons and the numbers that the tiny course lacks."""
    found = check_course(place, ORDER).problems
    return [str(problem) for problem in found if problem.rule != "lesson-length-is-right"]


def write(place: Place, today: str, exceptions: str = "", name: str = "one-thing") -> Result:
    """Put a text and exceptions into a module."""
    file = place.course / "en" / f"{name}.yml"
    change(file, TODAY, f"today: {today}\n" + (f"exceptions:\n{exceptions}" if exceptions else ""))
    return check_course(place, ORDER)


def test_words_that_may_stand_are_answered_with_the_reason(tiny: Place) -> None:
    result = write(tiny, "Ask at Addicts Together.", NAME)
    assert [(one.rule, one.line, one.column, one.answer, one.answered_at) for one in result.answered] == [
        ("word-is-person-first", 13, 8, "It is the name of a group.", ("tiny/en/one-thing.yml:15:5",))
    ]
    assert told(tiny) == []


def test_an_answered_module_is_built(tiny: Place) -> None:
    write(tiny, "Ask at Addicts Together.", NAME)
    result = build_course(tiny, replace(ORDER, formats=("web",)))
    assert result.good
    assert len(result.answered) == 1
    # The second time what is kept says it.
    assert len(build_course(tiny, replace(ORDER, formats=("web",))).answered) == 1


def test_the_reason_itself_is_no_text_of_the_course(tiny: Place) -> None:
    write(tiny, "Ask at Addicts Together.", NAME.replace("It is", "Addicts chose"))
    assert told(tiny) == []


@pytest.mark.parametrize(
    "today", ["Ask at Addicts Together, where Addicts meet.", "Addicts Together is for addicts.", "Many Addicts do."]
)
def test_the_word_outside_of_the_name_still_stands(today: str, tiny: Place) -> None:
    write(tiny, today, NAME)
    assert any("tiny/en/one-thing.yml:13:8: error: “" in line and "ddicts” stands here" in line for line in told(tiny))


def test_a_word_that_is_answered_in_part_does_not_make_the_answer_unused(tiny: Place) -> None:
    write(tiny, "Ask at Addicts Together, where Addicts meet.", NAME)
    assert len(told(tiny)) == 1


def test_an_exception_holds_in_its_own_file_alone(tiny: Place) -> None:
    write(tiny, "Ask at Addicts Together.", NAME)
    change(tiny.course / "en" / "another-thing.yml", TODAY, "today: Ask at Addicts Together.\n")
    assert [line.partition(" error")[0] for line in told(tiny)] == ["tiny/en/another-thing.yml:13:8:"]


def test_an_exception_that_answers_nothing_is_said_at_its_place(tiny: Place) -> None:
    write(tiny, "Drink.", NAME)
    assert told(tiny) == [
        "tiny/en/one-thing.yml:15:5: error: 'word-is-person-first' has nothing to say of “Addicts Together” in this "
        "file; take this out [exception-is-used]"
    ]


def test_the_second_of_two_that_say_the_same_answers_nothing(tiny: Place) -> None:
    write(tiny, "Ask at Addicts Together.", NAME + NAME)
    assert [line.partition(" error")[0] for line in told(tiny)] == ["tiny/en/one-thing.yml:18:5:"]


REFUSED = {
    "an unknown rule": (
        NAME.replace("-first", "-frist"),
        "15:5: error: there is no rule 'word-is-person-frist'; did you mean 'word-is-person-first'? [exception-is-allowed]",
    ),
    "a rule that holds for all": (
        NAME.replace("word-is-person-first", "safety-message-is-carried"),
        "15:5: error: no exception can answer 'safety-message-is-carried'; mend what it speaks of, and take this out [exception-is-allowed]",
    ),
    "no reason": (
        NAME.replace("    reason: It is the name of a group.\n", ""),
        "15:5: error: the key 'reason' is missing here [key-is-there]",
    ),
    "an empty reason": (
        NAME.replace("It is the name of a group.", '" "'),
        "17:13: error: 'reason' is empty [text-is-there]",
    ),
    "no place": (
        NAME.replace("    words: Addicts Together\n", ""),
        "15:5: error: an exception needs `words` or `at`, one of the two: where the rule is wrong [exception-has-one-place]",
    ),
    "two places": (
        NAME.replace("    words:", "    at: today\n    words:"),
        "15:5: error: an exception needs `words` or `at`, one of the two: where the rule is wrong [exception-has-one-place]",
    ),
    "a part that is not there": (
        "  - rule: word-is-person-first\n    at: tody\n    reason: A name.\n",
        "15:5: error: this file has no part 'tody'; write keys, ids and numbers with dots between them, as `quiz.1`, or `file` [exception-is-used]",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_exception_that_cannot_be_is_said(name: str, tiny: Place) -> None:
    exceptions, said = REFUSED[name]
    write(tiny, "Ask at Addicts Together.", exceptions)
    assert f"tiny/en/one-thing.yml:{said}" in told(tiny)


@pytest.mark.parametrize("at", ["lesson"])
def test_a_rule_that_speaks_of_a_part_is_answered_at_the_part(at: str, tiny: Place) -> None:
    exception = f"  - rule: lesson-length-is-right\n    at: {at}\n    reason: It is a lesson for tests.\n"
    result = write(tiny, "Drink.", exception)
    assert [one.path for one in result.problems] == ["tiny/en/another-thing.yml"]


def test_a_part_is_named_by_ids_and_numbers(tiny: Place) -> None:
    name = "  - rule: word-is-person-first\n    at: {at}\n    reason: A name.\n"
    file = tiny.course / "en" / "one-thing.yml"
    change(file, "    text: Name one thing.\n", "    text: Name two addicts.\n")
    for at in ("objectives.name-one.text", "objectives.1.text"):
        text = file.read_text("utf-8")
        result = write(tiny, "Drink.", name.format(at=at))
        assert [one.line for one in result.answered] == [10], at
        file.write_text(text, "utf-8")


def test_the_whole_file_is_named_file(tiny: Place) -> None:
    hard = "Psychoeducational interventions necessitate multidisciplinary collaboration. " * 30
    one = "  - rule: reading-is-plain\n    at: {at}\n    reason: A lesson for tests.\n"
    result = write(tiny, f'"{hard.strip()}"', one.format(at="file") + one.format(at="today"))
    assert {(one.rule, one.line) for one in result.answered} == {("reading-is-plain", 1), ("reading-is-plain", 13)}
    assert "reading-is-plain" not in {one.rule for one in result.problems}


def test_a_short_word_does_not_answer_for_every_long_sentence(tiny: Place) -> None:
    long = f"We go {'on and ' * 12}on from there."
    one = "  - rule: sentence-is-short\n    words: {}\n    reason: A song.\n"
    file = tiny.course / "en" / "one-thing.yml"
    text = file.read_text("utf-8")
    result = write(tiny, long, one.format("on"))
    said = "'sentence-is-short' has nothing to say of “on” in this file; copy more of the words, or take this out"
    assert [problem.rule for problem in result.problems if problem.line == 13] == ["sentence-is-short"]
    assert said in {problem.message for problem in result.problems}
    file.write_text(text, "utf-8")
    assert [problem.rule for problem in write(tiny, long, one.format("on from there")).answered] == [
        "sentence-is-short"
    ]


def test_of_two_exceptions_in_one_line_the_unused_one_is_said(tiny: Place) -> None:
    two = "  [{rule: word-is-person-first, words: Addicts Together, reason: A.}, {rule: word-is-plain, words: Nothing of it, reason: B.}]\n"
    result = write(tiny, "Ask at Addicts Together.", two)
    assert len(result.answered) == 1
    assert [one.line for one in result.problems if one.rule == "exception-is-used"] == [15]


def test_bold_and_links_do_not_stand_between_the_words(tiny: Place) -> None:
    result = write(tiny, "Ask at **Addicts** [Together](https://example.org/).", NAME)
    assert len(result.answered) == 1


def test_the_files_beside_the_modules_have_exceptions_too(tiny: Place) -> None:
    program = tiny.course / "programs" / "three-days.yml"
    change(program, "description: ", f"exceptions:\n{NAME}description: As at Addicts Together. ")
    group = tiny.course / "group.yml"
    indented = "".join(f"  {line}\n" for line in f"exceptions:\n{NAME}".splitlines())
    change(group, "  breath: ", f"{indented}  breath: Addicts Together says it. ")
    (tiny.course / "clinic.yml").write_text(
        "pages:\n  - id: here\n    title: Here\n    text: Addicts Together meets here.\nexceptions:\n" + NAME, "utf-8"
    )
    result = check_course(tiny, ORDER)
    answered = {one.path.partition("/")[2] for one in result.answered if one.rule == "word-is-person-first"}
    assert answered == {"group.yml", "programs/three-days.yml", "clinic.yml"}
    assert result.good, result.problems


def test_an_exception_of_a_shared_file_that_answers_nothing_is_said(tiny: Place) -> None:
    change(tiny.course / "course.yml", "title: Tiny\n", f"title: Tiny\nexceptions:\n{NAME}")
    assert [line.partition(" error")[0] for line in told(tiny)] == ["tiny/course.yml:4:5:"]


def overlay_with(place: Place, exceptions: str, text: str = "Mornings are for Addicts Together.") -> None:
    """Choose the tiny course's overlay, with a text and exceptions of its own."""
    file: Path = place.course / "overlays" / "early-risers.yml"
    change(file, "Mornings are quiet and long.", text)
    change(file, "review:\n", f"exceptions:\n{exceptions}review:\n")
    (place.course / "clinic.yml").write_text("overlays: [early-risers]\n", "utf-8")


def test_an_overlay_answers_for_its_own_words_on_a_module(tiny: Place) -> None:
    overlay_with(tiny, NAME)
    result = check_course(tiny, ORDER)
    assert result.good, result.problems
    assert [one.path for one in result.answered] == ["tiny/overlays/early-risers.yml"]


def test_an_overlay_answers_for_its_own_title(tiny: Place) -> None:
    overlay_with(tiny, NAME, "Mornings are quiet.")
    change(tiny.course / "overlays" / "early-risers.yml", "title: Early risers\n", "title: Addicts Together\n")
    result = check_course(tiny, ORDER)
    assert result.good, result.problems
    assert len(result.answered) == 1


def test_an_exception_of_a_chosen_overlay_that_answers_nothing_is_said(tiny: Place) -> None:
    overlay_with(tiny, NAME, "Mornings are quiet.")
    assert [one.rule for one in check_course(tiny, ORDER).problems if one.level == "error"] == ["exception-is-used"]


def test_an_exception_of_an_overlay_that_no_rule_knows_is_said(tiny: Place) -> None:
    overlay_with(tiny, NAME.replace("-first", "-frist"), "Mornings are quiet.")
    assert [one.rule for one in check_course(tiny, ORDER).problems if one.level == "error"] == ["exception-is-allowed"]


def test_an_exception_that_one_language_needs_is_no_left_over_in_the_other(tiny: Place) -> None:
    listed = "- {avoid: [adictos], use: [personas con una adicción], level: block, language: es}\n"
    words = tiny.course / "words.yml"
    words.write_text(words.read_text("utf-8") + listed, "utf-8")
    change(tiny.course / "course.yml", "languages: [en]", "languages: [en, es]")
    program = tiny.course / "programs" / "three-days.yml"
    said = "description: {en: Three days a week., es: Como en Adictos Juntos.}\n"
    change(program, "description: Three days a week, three hours each.\n", said + "exceptions:\n" + SPANISH)
    result = check_course(tiny, ORDER)
    rules = {one.rule for one in result.problems if one.path.endswith("three-days.yml")}
    assert not rules & {"exception-is-used", "word-is-person-first"}, result.problems
    assert [one.path for one in result.answered] == ["tiny/programs/three-days.yml"]


SPANISH = "  - {rule: word-is-person-first, words: Adictos Juntos, reason: Es el nombre de un grupo.}\n"
