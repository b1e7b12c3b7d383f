"""Each rule on a change that breaks it: what it says and where."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from generator.checks import CHECKS
from tests.cases.bench import VALID, changed, problems_of, said


class Case(NamedTuple):
    """A rule, one change to valid.yml, and what the rule says of it (other rules may say more)."""

    rule: str
    old: str
    new: str
    said: tuple[str, ...]


CASES = (
    Case(
        "card-has-room",
        ("            lines: 2\n          - id: pause\n            label: My pause\n"),
        (
            "            lines: 2\n"
            "          - {id: pause, label: My pause, lines: 2}\n"
            "          - {id: person, label: My person, lines: 2}\n"
        ),
        ("132:11: error: the card has 6 lines; there is room for 5",),
    ),
    Case(
        "card-has-room",
        "            label: My pause\n",
        f"            label: My pause {'and what helps me ' * 15}\n",
        ("132:11: error: the card is about 2 lines too long, even folded once",),
    ),
    Case(
        "card-has-room",
        "        title: When it gets fast\n",
        "        title: WhenWeMoveWithMuchMoreMoment\n",
        ("132:11: error: the word “WhenWeMoveWithMuchMoreMoment” is wider than the card",),
    ),
    Case(
        "card-has-room",
        ("      - kind: picture\n        picture: speed-meter\n"),
        (
            "      - kind: picture\n        picture: speed-meter\n"
            "      - kind: card\n"
            "        title: My card\n"
            "        lines:\n"
            f"          - {'Stop, and look around. ' * 12}\n"
            f"          - {'Then go on, or do not. ' * 12}\n"
            f"          - {'You have time for it. ' * 12}\n"
        ),
        ("34:11: error: the card is about 7 lines too long, even folded once",),
    ),
    Case(
        "id-is-unique",
        "  - id: use-a-pause\n",
        "  - id: notice-speed\n",
        ("11:9: error: the id 'notice-speed' stands here a second time; the first is in line 9",),
    ),
    Case(
        "id-is-unique",
        ("sources: [first-2001, second-2002]\n\nreview"),
        ("sources: [first-2001, second-2002, first-2001]\n\nreview"),
        ("256:36: error: the id 'first-2001' stands here a second time; the first is in line 256",),
    ),
    Case(
        "id-is-free",
        "id: my-pauses\n",
        "id: quiz\n",
        ("92:9: error: the id 'quiz' is taken by a part of every module",),
    ),
    Case(
        "letter-can-be-printed",
        "title: Slow down first\n",
        "title: Slow down first →\n",
        ("2:8: error: “→” (U+2192, rightwards arrow) cannot be printed; say it in words",),
    ),
    Case(
        "lesson-has-its-blocks",
        (
            "      - kind: steps\n"
            "        title: Take a pause\n"
            "        steps:\n"
            "          - Stop where you are.\n"
            "          - Breathe out once.\n"
        ),
        "",
        ("17:3: error: the lesson has no 'steps' block",),
    ),
    Case(
        "lesson-has-its-blocks",
        ("      - kind: safety\n        message: S-BODY\n"),
        ("      - kind: remember\n        points: [One, Two, Three]\n"),
        ("63:9: error: a second 'remember' block stands here; the first is in line 51",),
    ),
    Case(
        "lesson-has-its-blocks",
        "          - It gives you a choice.\n",
        ("          - It gives you a choice.\n      - kind: key_idea\n        text: One more thing.\n"),
        ("63:9: error: the 'remember' block should be the last block of the lesson",),
    ),
    Case(
        "lesson-length-is-right",
        "today: Take one short pause before your next meal.\n",
        "today: Take one short pause before your next meal.\n",
        ("17:3: warning: the lesson has 126 words; 700 to 1,100 are right",),
    ),
    Case(
        "lesson-parts-are-in-order",
        "  - part: why\n",
        "  - part: practice\n",
        (
            "17:3: error: the lesson has no section with `part: why`",
            "43:11: error: a 'how' section stands after 'practice'; the order is what, why, how, practice",
        ),
    ),
    Case(
        "lesson-parts-are-in-order",
        "  - part: how\n",
        "  - part: why\n",
        ("17:3: error: the lesson has no section with `part: how`",),
    ),
    Case(
        "markup-is-not-left-over",
        "today: Take one short pause before your next meal.\n",
        "today: Take **one short pause.\n",
        ("13:8: warning: '**' would be shown letter for letter here; take it out",),
    ),
    Case(
        "objective-has-a-question",
        ("  - id: use-a-pause\n    text: Use one short pause.\n"),
        ("  - id: use-a-pause\n    text: Use one short pause.\n  - id: never-asked\n    text: Rest.\n"),
        ("13:9: error: no question of the quiz asks about the objective 'never-asked'",),
    ),
    Case(
        "objective-is-known",
        ("    objective: use-a-pause\n    ask: A pause has to be long.\n"),
        ("    objective: use-pauses\n    ask: A pause has to be long.\n"),
        ("151:16: error: unknown objective 'use-pauses'; did you mean 'use-a-pause'?",),
    ),
    Case(
        "option-is-not-all-of-the-above",
        "      - text: A slow walk\n",
        "      - text: None of the above\n",
        ("167:15: error: “None of the above” is no option of its own; write one, or use several_answers",),
    ),
    Case(
        "option-lengths-are-alike",
        (
            "      - text: Stop and breathe out once.\n"
            "        right: true\n"
            "        feedback: Yes. One breath out is a pause.\n"
            "      - text: Answer as fast as he can.\n"
        ),
        (
            "      - text: Stop right there, breathe out once, and wait a while.\n"
            "        right: true\n"
            "        feedback: Yes. One breath out is a pause.\n"
            "      - text: Answer.\n"
        ),
        ("144:15: warning: the right option has 10 words, the others 1 on average",),
    ),
    Case(
        "paragraph-is-short",
        "today: Take one short pause before your next meal.\n",
        "today: You stop now. Then you look. Then you listen. Then you go.\n",
        ("13:8: warning: the paragraph “You stop now. Then you …” has 4 sentences; 3 are easier to read",),
    ),
    Case(
        "paragraph-is-short",
        "          - your words come out loud\n",
        (
            "          - sign 0\n"
            "          - sign 1\n"
            "          - sign 2\n"
            "          - sign 3\n"
            "          - sign 4\n"
            "          - sign 5\n"
            "          - sign 6\n"
        ),
        ("21:15: warning: a list has 8 items; 7 are easier to keep in mind",),
    ),
    Case(
        "phone-number-is-not-typed",
        "today: Take one short pause before your next meal.\n",
        "today: Call or text 988 now.\n",
        (
            "13:8: error: the phone number '988' is typed here; name a safety message in its place, numbers live in safety.yml alone",
        ),
    ),
    Case(
        "phone-number-is-not-typed",
        "today: Take one short pause before your next meal.\n",
        "today: Call [them](tel:5550100) now.\n",
        (
            "13:8: error: a link dials '5550100' here; name a safety message in its place, numbers live in safety.yml alone",
        ),
    ),
    Case(
        "picture-fits-its-kind",
        "    best: 2\n",
        "    best: 4\n",
        ("89:11: error: `best` is 4; the picture has 3 parts",),
    ),
    Case(
        "picture-fits-its-kind",
        "      - at: 10\n",
        "      - at: 0\n",
        ("78:13: error: the mark at 0 stands after the mark at 0; marks go up",),
    ),
    Case(
        "picture-fits-its-kind",
        "          second: Way 2\n",
        ("          second: Way 2\n          third: Way 3\n          fourth: Way 4\n"),
        ("125:11: error: 4 blanks; the picture 'three-ways' has 3 parts",),
    ),
    Case(
        "picture-is-known",
        "        picture: speed-meter\n",
        "        picture: sped-meter\n",
        ("30:18: error: unknown picture 'sped-meter'; did you mean 'speed-meter'?",),
    ),
    Case(
        "picture-is-used",
        ("      - kind: picture\n        picture: speed-meter\n"),
        "",
        ("69:9: error: nothing shows the picture 'speed-meter'",),
    ),
    Case(
        "reading-is-plain",
        "today: Take one short pause before your next meal.\n",
        "today: " + "Psychoeducational interventions necessitate multidisciplinary collaboration. " * 12 + "\n",
        (
            "1:1: error: 20% of the words of the patient text have three or more syllables; the most is 10%",
            "1:1: error: the patient text reads at grade 8.5 by Flesch-Kincaid; the most is 6.0; its longest sentence has 11 words and stands in line 6",
            "1:1: error: the patient text reads at grade 8.8 by SMOG; the most is 8.0; its longest sentence has 11 words and stands in line 6",
        ),
    ),
    Case(
        "renamed-field-is-known",
        "    purpose: See when a pause helps you.\n    minutes: 5\n",
        "    purpose: See when a pause helps you.\n    minutes: 5\n    renamed: {speed: how-fats}\n",
        ("96:22: error: no field has the id 'how-fats'; did you mean 'how-fast'?",),
    ),
    Case(
        "renamed-field-is-known",
        "    purpose: See when a pause helps you.\n    minutes: 5\n",
        "    purpose: See when a pause helps you.\n    minutes: 5\n    renamed: {signs: card}\n",
        ("96:22: error: a field still has the id 'signs', so its answers stay with it",),
    ),
    Case(
        "review-is-honest",
        "    name: The Psychoed project\n    role: course authors\n",
        "    name: N/A\n    role: TODO\n",
        ("261:11: error: 'N/A' is nobody's name", "262:11: error: 'TODO' is nobody's role"),
    ),
    Case(
        "safety-message-is-carried",
        "safety: [S-CRISIS, S-BODY]\n",
        "safety: [S-CRISIS]\n",
        ("14:9: error: safety.yml gives 'S-BODY' to this module; add it to `safety`",),
    ),
    Case(
        "safety-message-is-known",
        "safety: [S-CRISIS, S-BODY]\n",
        "safety: [S-CRISIS, S-BODY, S-MEDZ]\n",
        ("14:28: error: unknown safety message 'S-MEDZ'; did you mean 'S-MEDS'?",),
    ),
    Case(
        "safety-message-is-known",
        "        message: S-BODY\n",
        "        message: S-MEDS\n",
        ("52:18: error: the safety message 'S-MEDS' is placed here; add it to the module's `safety`",),
    ),
    Case(
        "safety-message-is-known",
        "        message: S-BODY\n",
        "        message: S-MEDZ\n",
        ("52:18: error: unknown safety message 'S-MEDZ'; did you mean 'S-MEDS'?",),
    ),
    Case(
        "safety-message-is-triggered",
        "today: Take one short pause before your next meal.\n",
        "today: Ask about medicine today.\n",
        ("13:8: error: “medicine” calls for 'S-MEDS'; add it to the module's `safety`",),
    ),
    Case(
        "safety-message-is-triggered",
        "today: Take one short pause before your next meal.\n",
        "today: Do not stop drinking alcohol alone.\n",
        ("13:8: error: “alcohol” with “stop” calls for 'S-WITHDRAWAL'; add it to the module's `safety`",),
    ),
    Case(
        "safety-message-is-triggered",
        "today: Take one short pause before your next meal.\n",
        "today: Do you take Valium?\n",
        ("13:8: error: “Valium” calls for 'S-WITHDRAWAL'; add it to the module's `safety`",),
    ),
    Case(
        "safety-message-is-triggered",
        "today: Take one short pause before your next meal.\n",
        "today: After a break from heroin, take care.\n",
        ("13:8: error: “heroin” with “break” calls for 'S-TOLERANCE'; add it to the module's `safety`",),
    ),
    Case(
        "safety-message-is-triggered",
        "today: Take one short pause before your next meal.\n",
        "today: Is it about suicide?\n",
        ("13:8: error: “suicide” calls for 'S-SUICIDE'; add it to the module's `safety`",),
    ),
    Case(
        "sentence-is-short",
        "today: Take one short pause before your next meal.\n",
        "today: Take one short pause before your next meal and then take one more pause after it and so on until you sleep.\n",
        ("13:8: error: the sentence “Take one short pause before …” has 22 words; the most is 20",),
    ),
    Case(
        "sentence-is-short",
        "main_message: You can slow down before you choose what to do next.\nfor_whom: For you if things move too fast at times.\n",
        "".join(
            f"{key}: {'Take one short pause before you eat, and one more when you are all done, and then go on. ' * 48}\n"
            for key in ("main_message", "for_whom")
        ),
        ("1:1: error: a sentence has 14.3 words on average; the most is 12",),
    ),
    Case(
        "source-is-known",
        "        sources: [first-2001]\n",
        "        sources: [frist-2001]\n",
        ("28:19: error: unknown source 'frist-2001'; did you mean 'first-2001'?",),
    ),
    Case(
        "sources-are-listed",
        "        sources: [first-2001]\n",
        "        sources: [third-2003]\n",
        ("28:19: error: 'third-2003' is cited here; add it to the module's `sources`",),
    ),
    Case(
        "sources-are-listed",
        ("sources: [first-2001, second-2002]\n\nreview"),
        ("sources: [first-2001, second-2002, third-2003]\n\nreview"),
        ("256:36: error: nothing in the module cites 'third-2003'",),
    ),
    Case(
        "table-fits-the-page",
        ("          - id: what\n            label: What was going on\n"),
        (
            "          - id: what\n"
            "            label: What was going on\n"
            "          - {id: c0, label: More 0}\n"
            "          - {id: c1, label: More 1}\n"
            "          - {id: c2, label: More 2}\n"
            "          - {id: c3, label: More 3}\n"
        ),
        ("108:11: error: 6 columns, row labels included; 5 fit on paper, or 8 narrow ones",),
    ),
    Case(
        "table-fits-the-page",
        ("          - id: what\n            label: What was going on\n        rows: 5\n"),
        (
            "          - id: what\n"
            "            label: What was going on\n"
            "          - {id: c0, label: More 0}\n"
            "          - {id: c1, label: More 1}\n"
            "          - {id: c2, label: More 2}\n"
            "        row_labels: {mon: Monday}\n"
        ),
        ("108:11: error: 6 columns, row labels included; 5 fit on paper, or 8 narrow ones",),
    ),
    Case(
        "term-is-used",
        "A [pause](term:pause) is",
        "A pause is",
        ("252:9: error: the lesson never links the term 'pause'; write `[pause](term:pause)` at its first use",),
    ),
    Case(
        "timetable-is-by-thirds",
        ("      title: Opening\n      minutes: 5\n"),
        ("      title: Opening\n      minutes: 15\n"),
        (
            "191:5: error: the parts take 100 minutes; a session has 90",
            "193:16: error: 'opening' takes 15 minutes; 3 to 5 are right",
        ),
    ),
    Case(
        "timetable-is-by-thirds",
        "    - part: wrap_up\n",
        "    - part: topic\n",
        (
            "191:5: error: the parts are opening, check_in, topic, closing; the order is opening, check_in, topic, wrap_up, closing",
            "205:16: error: 'topic' takes 55 minutes; 20 to 35 are right",
        ),
    ),
    Case(
        "word-is-person-first",
        "today: Take one short pause before your next meal.\n",
        "today: Many ADDICTS do.\n",
        ("13:8: error: “ADDICTS” stands here; write “person with an addiction”",),
    ),
    Case(
        "word-is-person-first",
        "today: Take one short pause before your next meal.\n",
        "today: You should take one.\n",
        ("13:8: warning: “You should” stands here; write “you can” or “it helps to” (may stand: safety instructions)",),
    ),
    Case(
        "word-is-person-first",
        "today: Take one short pause before your next meal.\n",
        "today: Soft drugs and MAT are on my mat.\n",
        (
            "13:8: warning: “MAT” stands here; write “medicine for addiction”",
            "13:8: warning: “Soft drugs” stands here; write “name the substance”",
        ),
    ),
    Case(
        "worksheet-is-known",
        "(worksheet:my-pauses)",
        "(worksheet:my-pause)",
        ("61:15: error: unknown worksheet 'my-pause'; did you mean 'my-pauses'?",),
    ),
    Case(
        "worksheet-is-known",
        "        worksheet: my-pauses\n",
        "        worksheet: nothing\n",
        ("62:20: error: unknown worksheet 'nothing'; known here: my-pauses",),
    ),
    Case(
        "role-play-has-one-place",
        "          text: Show the meter.\n",
        "          text: Show the meter.\n          acts_out: [no-such-scene]\n",
        ("209:22: error: unknown role-play 'no-such-scene'",),
    ),
    Case(
        "right-answer-moves",
        (
            "  - kind: true_false\n"
            "    id: long-pause\n"
            "    objective: use-a-pause\n"
            "    ask: A pause has to be long.\n"
            "    answer: false\n"
            "    if_true: Not quite. One breath can be enough.\n"
            "    if_false: Yes. One breath can be enough.\n"
        ),
        (
            "  - kind: one_answer\n"
            "    id: second\n"
            "    objective: use-a-pause\n"
            "    ask: What is a pause?\n"
            "    options:\n"
            "      - text: A short stop\n"
            "        right: true\n"
            "        feedback: Yes.\n"
            "      - text: A long rest\n"
            "        feedback: Not quite.\n"
            "  - kind: one_answer\n"
            "    id: third\n"
            "    objective: use-a-pause\n"
            "    ask: What is a pause?\n"
            "    options:\n"
            "      - text: A short stop\n"
            "        right: true\n"
            "        feedback: Yes.\n"
            "      - text: A long rest\n"
            "        feedback: Not quite.\n"
        ),
        ("139:3: warning: the right option is number 1 in all 3 one_answer questions; move one",),
    ),
    Case(
        "translation-names-its-translator",
        "  next_review: 2027-11\n",
        "  next_review: 2027-11\n  translated_by: {name: Rosa, role: translator}\n",
        ("264:18: error: 'en' is the course's first language, so nothing was translated; take this out",),
    ),
    Case(
        "abbreviation-is-written-out",
        "today: Take one short pause before your next meal.\n",
        "today: Ask about your IOP.\n",
        ("13:8: error: write “IOP” out here, where it first stands",),
    ),
    Case(
        "abbreviation-is-written-out",
        "today: Take one short pause before your next meal.\n",
        "today: The big group (BG), a small group (SG), a new group (NG), an old group (OG).\n",
        ("13:8: error: “OG” is the abbreviation number 4; 3 are enough",),
    ),
    Case(
        "alt-text-tells-the-picture",
        "    alt: A meter from 0, calm, to 10, too fast.\n",
        "    alt: How fast am I?\n",
        ("74:10: error: `alt` says the title again; tell what the picture shows",),
    ),
    Case(
        "alt-text-tells-the-picture",
        "    alt: A meter from 0, calm, to 10, too fast.\n",
        "    alt: A picture of a meter\n",
        (
            "74:10: error: `alt` has no end mark; without one it runs into what is read next",
            "74:10: error: leave out “A picture of”; it is said anyway that this is a picture",
        ),
    ),
    Case(
        "claim-has-a-source",
        "today: Take one short pause before your next meal.\n",
        "today: Studies show that a short pause helps.\n",
        ("13:8: error: “Studies show” is a claim; name its `sources`",),
    ),
    Case(
        "claim-has-a-source",
        "today: Take one short pause before your next meal.\n",
        "today: It helps 1 in 10 people.\n",
        ("13:8: error: “1 in 10 people” is a claim; name its `sources`",),
    ),
    Case(
        "dose-is-not-given",
        "today: Take one short pause before your next meal.\n",
        "today: Start with 20 mg of it.\n",
        ("13:8: error: “20 mg” tells an amount; that belongs to the prescriber",),
    ),
    Case(
        "dose-is-not-given",
        "today: Take one short pause before your next meal.\n",
        "today: Cut your dose down by half.\n",
        ("13:8: error: “Cut your dose down by half” tells an amount; that belongs to the prescriber",),
    ),
    Case(
        "feedback-is-kind",
        "        feedback: Not quite. A fast answer leaves no choice.\n",
        "        feedback: Wrong! A fast answer leaves no choice.\n",
        ("148:19: error: “Wrong!” stands here; write “Not quite”",),
    ),
    Case(
        "heading-says-the-point",
        "    heading: Fast is not always bad\n",
        "    heading: Part 2\n",
        ("18:14: error: the heading “Part 2” could stand over anything; say the point of the section",),
    ),
    Case(
        "minutes-add-up",
        "    purpose: See when a pause helps you.\n    minutes: 5\n",
        "    purpose: See when a pause helps you.\n    minutes: 45\n",
        ("95:14: warning: the worksheet takes 45 minutes; the topic has 30 in the guide's timetable",),
    ),
    Case(
        "minutes-add-up",
        "        hard: Ada hears a loud word. She shouts back.\n        skill: Ada hears a loud word. She counts to five, then she speaks.\n",
        "".join(f"        {key}: {'Ada hears a loud word. ' * 200}\n" for key in ("hard", "skill")),
        (
            "5:10: warning: 10 minutes; the lesson's 2,106 words, its exercises and the worksheets take 11 to 42 minutes",
        ),
    ),
    Case(
        "number-is-whole",
        "today: Take one short pause before your next meal.\n",
        "today: It takes 2.5 minutes.\n",
        ("13:8: warning: “2.5” is hard to picture; round it, or write it as “1 in 10”",),
    ),
    Case(
        "option-is-short",
        "      - text: A slow walk\n",
        "      - text: A slow and quiet walk around the block and then around the park and home to eat\n",
        ("167:15: error: the option has 17 words; the most is 15",),
    ),
    Case(
        "question-asks-for-what-is",
        "    ask: Which of these are signs of speed? Choose each one that fits.\n",
        "    ask: Which of these are NOT signs of speed? Choose each one that fits.\n",
        ("159:10: error: the question asks for the exception (“Which of these are NOT”); ask for what is true",),
    ),
    Case(
        "safety-claim-has-strong-evidence",
        " It can last one breath.\n",
        " Medicine can help.\n",
        ("28:18: error: the block speaks of what 'S-MEDS' is for, and all it cites is: trial",),
    ),
    Case(
        "sheet-asks-no-identity",
        "        label: How fast am I now?\n",
        "        label: My full name\n",
        ("101:16: warning: “full name” stands here; write “nothing”",),
    ),
    Case(
        "term-is-explained",
        "today: Take one short pause before your next meal.\n",
        "today: Your tolerance is lower now.\n",
        (
            "13:8: error: “tolerance” is not explained; link it to the glossary, or write “how much your body is used to”",
        ),
    ),
    Case(
        "term-is-used",
        "      - kind: text\n        text: |\n          A [pause]",
        "      - kind: key_idea\n        text: One pause helps.\n      - kind: text\n        text: |\n          A [pause]",
        ("21:15: error: “pause” stands here before it is linked; write `[pause](term:pause)` at its first use",),
    ),
    Case(
        "word-is-plain",
        "today: Take one short pause before your next meal.\n",
        "today: It is not uncommon.\n",
        ("13:8: warning: “not uncommon” stands here; write “common”",),
    ),
    Case(
        "word-is-plain",
        "today: Take one short pause before your next meal.\n",
        "today: Most patients feel so.\n",
        ("13:8: warning: “patients” stands here; write “you”",),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_rule_says_what_is_wrong_and_where(case: Case, tmp_path: Path) -> None:
    found = [problem for problem in problems_of(changed(case.old, case.new), tmp_path) if problem.rule == case.rule]
    assert tuple(map(str, found)) == tuple(f"modules/en/slow-down.yml:{said} [{case.rule}]" for said in case.said)


def test_every_rule_has_a_case() -> None:
    assert {check.RULE.id for check in CHECKS} == {case.rule for case in CASES}


def test_a_translation_without_a_translator_is_an_error(tmp_path: Path) -> None:
    assert said(problems_of(VALID, tmp_path, "es"), "translation-names-its-translator") == [
        "259:3: this is a translation from 'en', and nobody is named who made it"
    ]
