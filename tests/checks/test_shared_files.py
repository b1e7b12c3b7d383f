"""safety.yml with a hole in it: numbers, languages, message ids, old numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.checks.shared_files import check_numbers_are_fresh, check_safety
from generator.problems import Problems
from generator.schema.safety import SafetySpec
from generator.source import Document
from tests.cases.bench import HERE, read

SAFETY = (HERE / "course" / "safety.yml").read_text("utf-8")


def spec_with(old: str, new: str, folder: Path) -> tuple[SafetySpec, Document]:
    """safety.yml of the small course with one change."""
    assert SAFETY.count(old) == 1
    (folder / "safety.yml").write_text(SAFETY.replace(old, new), "utf-8")
    document, spec, problems = read(folder, "safety.yml", SafetySpec)
    assert document is not None
    assert spec is not None, problems
    assert not problems
    return spec, document


def said(problems: Problems, folder: Path) -> list[str]:
    """All messages, without the folder's name."""
    return [str(problem).removeprefix(f"{folder.name}/") for problem in problems]


def holes(old: str, new: str, folder: Path, languages: tuple[str, ...] = ("en",)) -> list[str]:
    """What check_safety says of a change."""
    return said(check_safety(*spec_with(old, new, folder), languages), folder)


def ages(old: str, new: str, folder: Path, today: date) -> list[str]:
    """What check_numbers_are_fresh says of a change on a day."""
    return said(check_numbers_are_fresh(*spec_with(old, new, folder), today), folder)


def test_the_small_course_is_whole(tmp_path: Path) -> None:
    assert holes("country: US", "country: US", tmp_path) == []


def test_an_unknown_number_is_said(tmp_path: Path) -> None:
    assert holes("Call {help} now.", "Call {hlep} now.", tmp_path) == [
        "safety.yml:61:16: error: unknown number '{hlep}'; did you mean 'help'? [number-is-known]"
    ]


def test_braces_with_a_name_that_no_number_can_have_are_said(tmp_path: Path) -> None:
    assert holes("Call {help} now.", "Call {Help} now.", tmp_path) == [
        "safety.yml:61:16: error: unknown number '{Help}'; did you mean 'help'? [number-is-known]"
    ]


def test_a_number_that_is_typed_is_said(tmp_path: Path) -> None:
    assert holes("Call {help} now.", "Call 988 now.", tmp_path) == [
        "safety.yml:61:16: error: the phone number '988' is typed here; "
        "put it under `numbers` and write its id in braces [phone-number-is-not-typed]"
    ]


def test_a_language_that_is_missing_is_said_for_title_and_text(tmp_path: Path) -> None:
    found = holes("text: {en: Stop if you feel faint.}", "text: {en: Stop., es: Pare.}", tmp_path, ("en", "es"))
    assert (
        "safety.yml:23:12: warning: 'S-BODY' has no title in the language 'es' [message-is-in-each-language]" in found
    )
    assert len(found) == 2 * 7 - 1


def test_unknown_messages_for_every_page_and_sheet_are_said(tmp_path: Path) -> None:
    assert holes("worksheets: S-PRIVACY", "worksheets: S-PRIVAT", tmp_path) == [
        "safety.yml:3:13: error: unknown safety message 'S-PRIVAT'; did you mean 'S-PRIVACY'? [safety-message-is-known]"
    ]


def test_a_fresh_number_is_no_problem(tmp_path: Path) -> None:
    assert ages("country: US", "country: US", tmp_path, date(2027, 1, 30)) == []


def test_a_number_to_be_verified_again_warns(tmp_path: Path) -> None:
    assert ages("country: US", "country: US", tmp_path, date(2027, 1, 31)) == [
        "safety.yml:11:17: warning: 'help' was to be verified again by 2027-01-30 [number-is-fresh]"
    ]


def test_a_number_of_more_than_180_days_fails(tmp_path: Path) -> None:
    assert ages("country: US", "country: US", tmp_path, date(2027, 5, 1)) == [
        "safety.yml:9:18: error: 'help' was verified 181 days ago; the most is 180 [number-is-fresh]"
    ]


def test_a_number_verified_tomorrow_fails(tmp_path: Path) -> None:
    assert ages("country: US", "country: US", tmp_path, date(2026, 10, 31)) == [
        "safety.yml:9:18: error: 'help' was verified on 2026-11-01, and today is 2026-10-31 [number-is-fresh]"
    ]


def test_a_day_that_the_calendar_lacks_is_said(tmp_path: Path) -> None:
    assert ages("recheck_by: 2027-01-30", "recheck_by: 2027-02-30", tmp_path, date(2026, 11, 21)) == [
        "safety.yml:11:17: error: the calendar has no such day [value-has-the-right-form]"
    ]


def test_a_language_without_triggers_is_said_once(tmp_path: Path) -> None:
    found = holes("country: US", "country: US", tmp_path, ("en", "es-US", "fr"))
    assert [line for line in found if line.endswith("[triggers-are-there]")] == [
        "safety.yml:13:3: warning: no message has `triggers` in the language 'fr', so no text is checked for dangers"
        " [triggers-are-there]"
    ]


def test_a_contraction_in_a_safety_message_is_said(tmp_path: Path) -> None:
    assert holes("Get medical help first.", "Don’t stop. You’re in danger.", tmp_path) == [
        "safety.yml:43:16: error: “Don't” is short for two words; write both [safety-text-has-no-contraction]"
    ]
