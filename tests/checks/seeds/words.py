"""Seeds of the rules that judge words, sentences and numbers in texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.checks.seeds.seed import Seed


def listed(*, level: str, where: str, words: str) -> Callable[[Path], None]:
    """Put words to avoid into the course's list."""

    def add(course: Path) -> None:
        file = course / "words.yml"
        entry = f"- avoid: [{words}]\n  use: [something else]\n  level: {level}\n  where: {where}\n"
        file.write_text(file.read_text("utf-8") + entry, "utf-8")

    return add


SEEDS = (
    Seed(
        "word-is-plain",
        "",
        "",
        at="today: ▸Take one short pause",
        do=listed(level="block", where="patients", words="one short pause before"),
    ),
    Seed(
        "feedback-is-kind",
        "",
        "",
        at="feedback: ▸Not quite. A fast answer",
        level="warning",
        do=listed(level="warn", where="feedback", words="fast answer"),
    ),
    Seed(
        "sheet-asks-no-identity",
        "",
        "",
        at="label: ▸How fast am I now?",
        do=listed(level="block", where="worksheets", words="am I now"),
    ),
    Seed(
        "letter-can-be-printed",
        "title: Slow down first\n",
        "title: ▸Slow down first →\n",
        said=("“→” (U+2192, rightwards arrow) cannot be printed; say it in words",),
    ),
    Seed(
        "markup-is-not-left-over",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Take **one short pause.\n",
        said=("'**' would be shown letter for letter here; take it out",),
        level="warning",
    ),
    Seed(
        "paragraph-is-short",
        "today: Take one short pause before your next meal.\n",
        "today: ▸You stop now. Then you look. Then you listen. Then you go.\n",
        said=("the paragraph “You stop now. Then you …” has 4 sentences; 3 are easier to read",),
        level="warning",
    ),
    Seed(
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
        said=("a list has 8 items; 7 are easier to keep in mind",),
        at="|",
        level="warning",
    ),
    Seed(
        "phone-number-is-not-typed",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Call or text 988 now.\n",
        said=(
            "the phone number '988' is typed here; name a safety message in its place, numbers live in safety.yml alone",
        ),
    ),
    Seed(
        "phone-number-is-not-typed",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Call [them](tel:5550100) now.\n",
        said=("a link dials '5550100' here; name a safety message in its place, numbers live in safety.yml alone",),
    ),
    Seed(
        "reading-is-plain",
        "today: Take one short pause before your next meal.\n",
        "today: Psychoeducational interventions necessitate multidisciplinary collaboration. Psychoeducational interventions necessitate multidisciplinary collaboration. Psychoeducational interventions necessitate multidisciplinary collaboration. Psychoeducational interventions necessitate multidisciplinary collaboration. Psychoeducational interventions necessitate multidisciplinary collaboration. Psychoeducational interventions necessitate multidisciplinary collaboration. Psychoeducational interventions necessitate multidisciplinary collaboration. Psychoeducational interventions necessitate multidisciplinary collaboration. Psychoeducational interventions necessitate multidisciplinary collaboration. Psychoeducational interventions necessitate multidisciplinary collaboration. Psychoeducational interventions necessitate multidisciplinary collaboration. Psychoeducational interventions necessitate multidisciplinary collaboration. \n",
        said=(
            "20% of the words of the patient text have three or more syllables; the most is 10%",
            "the patient text reads at grade 8.5 by Flesch-Kincaid; the most is 6.0; its longest sentence has 11 words and stands in line 6",
            "the patient text reads at grade 8.8 by SMOG; the most is 8.0; its longest sentence has 11 words and stands in line 6",
        ),
        at="id: slow-down",
        also=("paragraph-is-short",),
    ),
    Seed(
        "sentence-is-short",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Take one short pause before your next meal and then take one more pause after it and so on until you sleep.\n",
        said=("the sentence “Take one short pause before …” has 22 words; the most is 20",),
    ),
    Seed(
        "sentence-is-short",
        (
            "main_message: You can slow down before you choose what to do next.\n"
            "for_whom: For you if things move too fast at times.\n"
        ),
        (
            "main_message: Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. \n"
            "for_whom: Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. Take one short pause before you eat, and one more when you are all done, and then go on. \n"
        ),
        said=("a sentence has 14.3 words on average; the most is 12",),
        at="id: slow-down",
        also=("paragraph-is-short",),
    ),
    Seed(
        "term-is-used",
        "A [pause](term:pause) is",
        "A pause is",
        said=("the lesson never links the term 'pause'; write `[pause](term:pause)` at its first use",),
        at="pause\n    term: pause",
    ),
    Seed(
        "word-is-person-first",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Many ADDICTS do.\n",
        said=("“ADDICTS” stands here; write “person with an addiction”",),
    ),
    Seed(
        "word-is-person-first",
        "today: Take one short pause before your next meal.\n",
        "today: ▸You should take one.\n",
        said=("“You should” stands here; write “you can” or “it helps to” (may stand: safety instructions)",),
        level="warning",
    ),
    Seed(
        "word-is-person-first",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Soft drugs and MAT are on my mat.\n",
        also=("abbreviation-is-written-out",),
        said=(
            "“MAT” stands here; write “medicine for addiction”",
            "“Soft drugs” stands here; write “name the substance”",
        ),
        level="warning",
    ),
    Seed(
        "abbreviation-is-written-out",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Ask about your IOP.\n",
        said=("write “IOP” out here, where it first stands",),
    ),
    Seed(
        "abbreviation-is-written-out",
        "today: Take one short pause before your next meal.\n",
        "today: ▸The big group (BG), a small group (SG), a new group (NG), an old group (OG).\n",
        said=("“OG” is the abbreviation number 4; 3 are enough",),
    ),
    Seed(
        "claim-has-a-source",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Studies show that a short pause helps.\n",
        said=("“Studies show” is a claim; name its `sources`",),
    ),
    Seed(
        "claim-has-a-source",
        "today: Take one short pause before your next meal.\n",
        "today: ▸It helps 1 in 10 people.\n",
        said=("“1 in 10 people” is a claim; name its `sources`",),
    ),
    Seed(
        "number-is-whole",
        "today: Take one short pause before your next meal.\n",
        "today: ▸It takes 2.5 minutes.\n",
        said=("“2.5” is hard to picture; round it, or write it as “1 in 10”",),
        level="warning",
    ),
    Seed(
        "term-is-explained",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Your tolerance is lower now.\n",
        said=("“tolerance” is not explained; link it to the glossary, or write “how much your body is used to”",),
    ),
    Seed(
        "term-is-used",
        ("      - kind: text\n        text: |\n          A [pause]"),
        (
            "      - kind: key_idea\n"
            "        text: ▸One pause helps.\n"
            "      - kind: text\n"
            "        text: |\n"
            "          A [pause]"
        ),
        said=("“pause” stands here before it is linked; write `[pause](term:pause)` at its first use",),
    ),
    Seed(
        "word-is-plain",
        "today: Take one short pause before your next meal.\n",
        "today: ▸It is not uncommon.\n",
        said=("“not uncommon” stands here; write “common”",),
        level="warning",
    ),
    Seed(
        "word-is-plain",
        "today: Take one short pause before your next meal.\n",
        "today: ▸Most patients feel so.\n",
        said=("“patients” stands here; write “you”",),
        level="warning",
    ),
)
