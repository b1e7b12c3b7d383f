"""Seeds of the rules that fitting a file to its keys applies."""

from __future__ import annotations

from tests.checks.seeds.seed import Seed

SEEDS = (
    Seed(
        "choice-is-known",
        "  status: draft\n",
        "  status: ▸drafted\n",
        said=("'status' cannot be 'drafted'; did you mean 'draft'?",),
    ),
    Seed(
        "id-is-a-slug",
        "id: slow-down\n",
        "id: ▸Slow Down\n",
        said=("'Slow Down' is not an id; use small letters, digits and single hyphens, as in 'my-first-sheet'",),
    ),
    Seed(
        "key-is-known",
        "revision: 1\n",
        ("revision: 1\n▸xyzzy: 1\n"),
        said=(
            "unknown key 'xyzzy'; known here: changes, exceptions, for_whom, glossary, guide, id, lesson, main_message, minutes, needs, note, objectives, pictures, quiz, review, revision, safety, sources, title, today, track, worksheets",
        ),
    ),
    Seed(
        "key-is-text",
        "revision: 1\n",
        ("revision: 1\n? ▸[a, b]\n: 1\n"),
        said=("a key has to be a word, not a list or a group of keys",),
    ),
    Seed(
        "key-is-there",
        "main_message: You can slow down before you choose what to do next.\n",
        "",
        said=("the key 'main_message' is missing here",),
        at="id: slow-down",
    ),
    Seed(
        "key-is-there-once",
        "track: core\n",
        ("track: core\n▸track: family\n"),
        said=("the key 'track' stands here twice; the first is in line 4",),
    ),
    Seed(
        "kind-is-known",
        "      - kind: story\n",
        "      - kind: ▸storry\n",
        said=("unknown kind 'storry'; did you mean 'story'?",),
    ),
    Seed(
        "list-has-enough",
        ("  - id: use-a-pause\n    text: Use one short pause.\n"),
        "",
        said=("'objectives' has 1; it needs at least 2",),
        at="- id: notice-speed",
    ),
    Seed(
        "list-is-not-too-long",
        "          - It gives you a choice.\n",
        ("          - Two.\n          - Three.\n          - Four.\n          - Five.\n"),
        said=("'points' has 6; the most is 5",),
        at="- A pause is short.",
    ),
    Seed(
        "number-is-in-range",
        "minutes: 10\n",
        "minutes: ▸0\n",
        said=("'minutes' is 0; the least is 1",),
    ),
    Seed(
        "text-is-not-too-long",
        "title: Slow down first\n",
        "title: ▸slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow slow \n",
        said=("'title' has 304 characters; the most is 300",),
    ),
    Seed(
        "text-is-one-line",
        "today: Take one short pause before your next meal.\n",
        ("today: ▸|\n  - Take one\n  - short pause\n"),
        said=("'today': this text is one paragraph; lists and blank lines do not fit here",),
    ),
    Seed(
        "text-is-one-plain-line",
        "title: Slow down first\n",
        'title: ▸"Slow\\ndown"\n',
        said=("'title' should be one line of plain words, with no line end or control character",),
    ),
    Seed(
        "text-is-simple-markdown",
        "          A [pause](term:pause) is a short stop before you act. It can last one breath.\n",
        ("          # Pause\n          A [pause](term:pause) is short.\n"),
        said=("'text': a heading is not allowed here",),
        at="|",
    ),
    Seed(
        "text-is-there",
        "title: Slow down first\n",
        'title: ▸""\n',
        said=("'title' is empty",),
    ),
    Seed(
        "translation-names-its-translator",
        "  next_review: 2027-11\n",
        ("  next_review: 2027-11\n  translated_by: ▸{name: Rosa, role: translator}\n"),
        said=("'en' is the course's first language, so nothing was translated; take this out",),
    ),
    Seed(
        "value-has-the-right-form",
        "  next_review: 2027-11\n",
        "  next_review: ▸2027-13\n",
        said=("'next_review' cannot be '2027-13'; write a year and month, as '2027-11'",),
    ),
    Seed(
        "value-has-the-right-type",
        "minutes: 10\n",
        'minutes: ▸"10"\n',
        said=("'minutes' should be a whole number, and here it is text; take the quotes off",),
    ),
)
