"""Seeds of the rules for the quiz."""

from __future__ import annotations

from tests.checks.seeds.seed import Seed

SEEDS = (
    Seed(
        "option-is-not-all-of-the-above",
        "      - text: A slow walk\n",
        "      - text: ▸None of the above\n",
        said=("“None of the above” is no option of its own; write one, or use several_answers",),
    ),
    Seed(
        "option-lengths-are-alike",
        (
            "      - text: Stop and breathe out once.\n"
            "        right: true\n"
            "        feedback: Yes. One breath out is a pause.\n"
            "      - text: Answer as fast as he can.\n"
        ),
        (
            "      - text: ▸Stop right there, breathe out once, and wait a while.\n"
            "        right: true\n"
            "        feedback: Yes. One breath out is a pause.\n"
            "      - text: Answer.\n"
        ),
        said=("the right option has 10 words, the others 1 on average",),
        level="warning",
    ),
    Seed(
        "question-has-ideas-that-help",
        "        helps: depends\n",
        "        helps: no\n",
        said=("1 of the ideas could help; a could_help question needs at least 2",),
        at="kind: could_help",
    ),
    Seed(
        "question-has-one-right-answer",
        "      - text: Answer as fast as he can.\n",
        ("      - text: Answer as fast as he can.\n        right: true\n"),
        said=("2 options are marked `right: true`; a one_answer question needs exactly 1",),
        at="kind: one_answer",
    ),
    Seed(
        "question-has-several-right-answers",
        ("      - text: A loud voice\n        right: true\n"),
        "      - text: A loud voice\n",
        said=(
            "1 of 3 options are marked `right: true`; a several_answers question needs at least 2, and at least 1 that is not",
        ),
        at="kind: several_answers",
    ),
    Seed(
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
        said=("the right option is number 1 in all 3 one_answer questions; move one",),
        at="- kind: one_answer\n    id: first-step",
        level="warning",
    ),
    Seed(
        "feedback-is-kind",
        "        feedback: Not quite. A fast answer leaves no choice.\n",
        "        feedback: ▸Wrong! A fast answer leaves no choice.\n",
        said=("“Wrong!” stands here; write “Not quite”",),
    ),
    Seed(
        "option-is-short",
        "      - text: A slow walk\n",
        "      - text: ▸A slow and quiet walk around the block and then around the park and home to eat\n",
        said=("the option has 17 words; the most is 15",),
    ),
    Seed(
        "question-asks-for-what-is",
        "    ask: Which of these are signs of speed? Choose each one that fits.\n",
        "    ask: ▸Which of these are NOT signs of speed? Choose each one that fits.\n",
        said=("the question asks for the exception (“Which of these are NOT”); ask for what is true",),
        also=("abbreviation-is-written-out",),
    ),
)
