"""Codes of plans: every slip of the finger is found, what is typed as people type is read, the rest is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.plans.codes import (
    LONGEST,
    MOST_MODULES,
    SIGNS,
    Code,
    Item,
    NotCode,
    Reason,
    course_signs,
    dense,
    module_signs,
    plan_of,
    read_code,
    shared_signs,
    write_code,
)

COURSE = "steps"
IDS = ("stress", "anger-management", "coping-with-cravings", "family-communication", "triggers", "saying-no")


def done(ids: tuple[str, ...], version: str) -> Code:
    """A code of what was done: every third read, every second practiced."""
    return Code(
        "done",
        version,
        tuple(Item(module_signs(id_), place % 3 == 0, place % 2 == 0) for place, id_ in enumerate(ids)),
    )


CODES = (
    plan_of(IDS[:1], "dev"),
    plan_of(IDS, "2026.1"),
    plan_of(IDS[2:5], "2026.12.3"),
    done(IDS[:2], "dev"),
    done(IDS, "2026.1"),
    plan_of([f"module-{number}" for number in range(40)], "2031.7"),
)
WRITTEN = tuple(write_code(code, COURSE) for code in CODES)


def test_a_code_is_the_same_for_ever() -> None:
    # Slips stand in pockets: what was printed once must be read by every later version.
    assert write_code(plan_of(("stress", "coping-with-cravings"), "dev"), "steps") == "dev-18RS2-NR9G-KPCV-8G"
    said = Code("done", "2026.1", (Item(module_signs("stress"), True, True), Item(module_signs("triggers"))))
    assert write_code(said, "steps") == "2026.1-28RS2-NR9G3-W6T80-FB"


@pytest.mark.parametrize(("code", "text"), tuple(zip(CODES, WRITTEN, strict=True)), ids=(*WRITTEN[:5], "forty"))
def test_a_code_is_read_back_however_it_is_typed(code: Code, text: str) -> None:
    version, _, groups = text.partition("-")
    for typed in (
        text,
        dense(text),
        text.lower(),
        text.upper(),
        f"  {version} {groups.replace('-', ' ')}\n",
        text.replace("-", "–"),
        text.replace("-", " — "),
        f"{version}-{groups.replace('0', 'o').replace('1', 'l')}",
        f"{version}-{groups.replace('0', 'O').replace('1', 'I')}",
    ):
        assert read_code(typed, COURSE) == code, typed


def refused(text: str) -> bool:
    return isinstance(read_code(text, COURSE), NotCode)


@pytest.mark.parametrize("text", WRITTEN, ids=(*WRITTEN[:5], "forty"))
def test_every_single_slip_is_refused(text: str) -> None:
    whole = dense(text)
    start = whole.index("-") + 1
    tried = 0
    for place, sign in enumerate(whole):
        # In the version, too; there a letter or digit in the place of any other.
        others = SIGNS if place >= start else "0123456789.dev"
        for other in others:
            if other != sign:
                tried += 1
                assert refused(whole[:place] + other + whole[place + 1 :]), (place, other)
    assert tried > 300


@pytest.mark.parametrize("text", WRITTEN, ids=(*WRITTEN[:5], "forty"))
def test_every_swap_of_neighbours_is_refused(text: str) -> None:
    whole = dense(text)
    for place in range(len(whole) - 1):
        one, other = whole[place], whole[place + 1]
        if one != other:
            assert refused(whole[:place] + other + one + whole[place + 2 :]), place


@pytest.mark.parametrize("text", WRITTEN, ids=(*WRITTEN[:5], "forty"))
def test_every_sign_too_few_or_too_many_is_refused(text: str) -> None:
    whole = dense(text)
    for place in range(len(whole) + 1):
        if place < len(whole):
            assert refused(whole[:place] + whole[place + 1 :]), place
        for sign in SIGNS:
            assert refused(whole[:place] + sign + whole[place:]), (place, sign)


def test_every_code_cut_short_is_refused() -> None:
    for text in WRITTEN:
        assert [length for length in range(len(text)) if not refused(text[:length])] == []


def why(text: str, course: str = COURSE) -> Reason:
    found = read_code(text, course)
    assert isinstance(found, NotCode), text
    return found.reason


def test_each_text_that_is_no_code_has_its_reason() -> None:
    good = WRITTEN[1]
    later = "9" + dense(good).partition("-")[2][1:-2]
    assert why("") is why(" - ") is Reason.EMPTY
    assert why(good[:-3]) is why(good[:-1]) is Reason.CUT_SHORT
    assert why(good.replace("18RS6", "18RT6")) is Reason.MISTYPED
    assert why(good.partition("-")[2]) is Reason.MISTYPED  # Without its version.
    assert why(good, "another-course") is Reason.OTHER_COURSE
    assert why("x" * (LONGEST + 1)) is why(good * 100) is Reason.TOO_LONG
    for text in ("hello", "hello world", "<script>ran=1</script>", "\x00", "\u202edev", "dev-", "2026.1", "%E0%A4%A"):
        assert why(text) is Reason.NOT_A_CODE, text
    newer = [f"2026.1-{later}{one}{other}" for one in SIGNS for other in SIGNS]
    assert sorted({why(text).value for text in newer}) == ["mistyped", "newer-form"]
    assert [why(text) for text in newer].count(Reason.NEWER_FORM) == 1


def test_a_code_of_the_most_modules_is_read_and_no_larger_one_is_written() -> None:
    ids = [f"module-{number}" for number in range(MOST_MODULES + 1)]
    largest = Code("done", "2026.100.100", tuple(Item(module_signs(id_), True, True) for id_ in ids[:-1]))
    assert read_code(write_code(largest, COURSE), COURSE) == largest
    for code in (plan_of(ids, "dev"), plan_of((), "dev"), plan_of(IDS, "latest"), plan_of(IDS, "2026.01")):
        with pytest.raises(ValueError, match="no code can hold"):
            write_code(code, COURSE)


def test_a_module_that_stands_twice_in_a_code_is_read_once() -> None:
    twice = Code("done", "dev", (Item("KPCV", True), Item("NR9G"), Item("KPCV", False, True)))
    assert read_code(write_code(twice, COURSE), COURSE) == Code("done", "dev", (Item("KPCV", True), Item("NR9G")))


SIGNED = st.text(SIGNS, min_size=4, max_size=4)
ITEMS = st.lists(
    st.builds(Item, SIGNED, st.booleans(), st.booleans()), min_size=1, max_size=70, unique_by=lambda i: i.module
)


@given(ITEMS, st.sampled_from(("dev", "2026.0", "2026.1", "1999.999.999")))
def test_every_code_comes_back(items: list[Item], version: str) -> None:
    code = Code("done", version, tuple(items))
    assert read_code(write_code(code, COURSE), COURSE) == code


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert isinstance(read_code(text, COURSE), NotCode)


def test_signs_depend_on_the_id_alone() -> None:
    assert module_signs("stress") == "NR9G" and course_signs("steps") == "8RS"
    assert module_signs("stress") != module_signs("stress2")


def test_modules_with_the_same_signs_are_found() -> None:
    seen: dict[str, str] = {}
    number = 0
    while (signs := module_signs(f"m-{number}")) not in seen:
        seen[signs] = f"m-{number}"
        number += 1
    pair = (seen[signs], f"m-{number}")
    assert shared_signs((pair[0], "stress", pair[1], "stress")) == (pair,)
    assert shared_signs(IDS) == ()
