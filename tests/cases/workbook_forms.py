"""The public-domain forms of test_workbooks.py, as lists of what the originals hold.

They come from SAMHSA's anger management workbook (PEP19-02-01-002) and the Matrix
client's handbook. No whole original could be read; each form's `known_from` says what was. The words are ours where the
original's are not person-first; rows, columns, blanks, scales and choices are the original's, but for what `differs` says.
"""

from __future__ import annotations

from dataclasses import dataclass

ANGER, MATRIX = "anger-workbook-sheets", "matrix-sheets"


@dataclass(frozen=True, slots=True)
class Part:
    """What people find at one place of a form: its words in order, and how many places there are to tick or write in."""

    words: tuple[str, ...]
    blanks: int = 0
    lines: int = 0
    """Ruled lines of a blank for several lines; 0 for all else."""
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    """The rows' labels; "" for a row that has none."""


@dataclass(frozen=True, slots=True)
class Form:
    """An original form, part by part."""

    module: str
    sheet: str
    parts: tuple[Part, ...]
    known_from: str
    """What of it was read in a stored copy, and what is written down from memory."""
    differs: str = ""
    """Where the sheet is not the original, and why."""


def says(*words: str) -> Part:
    """Words, and nothing to fill in."""
    return Part(words)


def writes(label: str, lines: int = 0, hint: str = "") -> Part:
    """A blank of one line, or of several."""
    return Part((label, hint) if hint else (label,), 1, lines)


def chooses(label: str, *options: str, hint: str = "") -> Part:
    """Boxes to tick."""
    return Part((label, *((hint,) if hint else ()), *options), len(options))


def circles(label: str, low: str, high: str, numbers: int) -> Part:
    """A scale with words at both ends."""
    return Part((label, low, high), numbers)


def marks(label: str, ratings: tuple[str, ...], items: tuple[str, ...], hint: str = "") -> Part:
    """A list in which each item gets one of a few marks, or none."""
    words = (label, hint) if hint else (label,)
    return Part(words, len(items) * len(ratings), columns=ratings, rows=items)


def fills(label: str, columns: tuple[str, ...], rows: int | tuple[str, ...], heading: str = "", hint: str = "") -> Part:
    """A table with empty cells."""
    labels = ("",) * rows if isinstance(rows, int) else rows
    words = (label, hint) if hint else (label,)
    heads = (heading, *columns) if heading else columns
    return Part(words, len(columns) * len(labels), columns=heads, rows=labels)


WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

PLACES = (
    "Home alone", "Home with friends", "A friend’s home", "Parties", "Sporting events", "Movies", "Bars or clubs", "Beach",
    "Concerts", "Friends who use drugs", "When gaining weight", "Vacations or holidays", "When it’s raining", "Before a date",
    "During a date", "Before sex", "During sex", "After sex", "Before work", "When carrying money",
    "After going past a place where drugs are sold", "Driving", "Liquor store", "During work", "Talking on the phone",
    "Recovery groups", "After payday", "Before going out to dinner", "Before breakfast", "At lunch break", "While at dinner",
    "After work", "After passing a certain freeway exit", "School", "The park", "In the neighborhood", "Weekends",
    "With family members", "When in pain",
)  # fmt: skip

FEELINGS = (
    "Afraid", "Frustrated", "Neglected", "Angry", "Guilty", "Nervous", "Confident", "Happy", "Passionate", "Criticized",
    "Inadequate", "Pressured", "Depressed", "Insecure", "Relaxed", "Embarrassed", "Irritated", "Sad", "Excited", "Jealous",
    "Bored", "Exhausted", "Lonely", "Envious", "Deprived", "Humiliated", "Anxious", "Aroused", "Revengeful", "Worried",
    "Grieving", "Resentful", "Overwhelmed", "Misunderstood", "Paranoid", "Hungry",
)  # fmt: skip

HOURS = (
    *(f"{hour}:00 a.m." for hour in range(7, 12)),
    "12:00 noon",
    *(f"{hour}:00 p.m." for hour in range(1, 12)),
)

CHANCES = ("0 % chance: never use", "Almost never use", "Almost always use", "100 % chance: always use")

FORMS = (
    Form(
        ANGER,
        "anger-meter",
        (
            fills(
                "The anger meter",
                ("My highest",),
                (
                    "10: Explosion. Violence. Loss of control. Bad results. You lose.",
                    "9", "8", "7", "6",
                    "5: You have a choice. Use your anger control plan so that you do not reach 10.",
                    "4", "3", "2",
                    "1: No anger. No loss of control. No bad results. You win.",
                ),
                "Number",
                "Tick the highest number you reached this week.",
            ),
            fills("My highest number each day", WEEK, 1, hint="Write the highest number you reach on the anger meter."),
        ),
        known_from="Memory of the workbook. Read: quizzes on it say that 1 is no anger and 10 loss of control with negative consequences.",
        differs="The thermometer is a ladder of rows: a drawn meter always starts at 0, and no sheet can show it without blanks.",
    ),
    Form(
        ANGER,
        "cues-to-anger",
        (
            circles("What was the highest number you reached on the anger meter this week?", "No anger", "Loss of control", 10),
            writes("What event set off your anger?", 3),
            fills(
                "What cues came with the event?",
                ("What I noticed",),
                ("Physical cues", "Behavioral cues", "Emotional cues", "Cognitive cues"),
                "Kind of cue",
            ),
            writes("What did you do so that you did not reach 10?", 3),
            fills("My highest number each day of the coming week", WEEK, 1),
        ),
        known_from="The manual's check-in was read (cdtconline.com/lesson-three): number, event, cues, strategies. The week: memory.",
    ),
    Form(
        ANGER,
        "anger-control-plan",
        (
            says(
                "One person’s plan",
                "Take a time-out.",
                "Talk to a friend you trust.",
                "Use the steps for solving a conflict.",
                "Exercise: take a walk or go to the gym.",
                "Go to a 12-step group or another support group.",
                "Look for the feeling below the anger.",
            ),
            fills("My plan", ("What I will do",), ("1", "2", "3", "4", "5", "6"), "No."),
        ),
        known_from="Exhibit 4 of the manual was read (yumpu 27511755, page 27): six numbered strategies. The empty list: memory.",
    ),
    Form(
        ANGER,
        "a-b-c-d",
        (
            writes("A: Activating event", 3, "What happened?"),
            writes(
                "B: Belief system", 3, "What did you tell yourself about it? What did you believe or expect of others?"
            ),
            writes("C: Consequence", 3, "How did you feel, based on what you told yourself?"),
            writes(
                "D: Dispute",
                3,
                "Look at what you believe and expect. Is it real, and does it make sense? What else can you tell yourself?",
            ),
        ),
        known_from="The letters' meanings were read in courses made from the manual; the sheet itself: memory.",
    ),
    Form(
        MATRIX,
        "external-trigger-questionnaire",
        (
            marks(
                "Where I used, part 1",
                ("Used often", "Never used"),
                PLACES[:20],
                "Tick what fits. Leave the row empty if neither fits.",
            ),
            marks("Where I used, part 2", ("Used often", "Never used"), PLACES[20:]),
            writes("Other places, times or things where I often used", 2),
            writes("Places, times or things where I would not use", 2),
            writes("People I could be with and not use", 2),
        ),
        known_from="Memory of the handbook (ERS 2A). Read: the contents of its successor, TRUST, list it.",
        differs="One list of 39 became two: a rating grid has at most 30 rows. A tick stands for the checkmark, another for the zero.",
    ),
    Form(
        MATRIX,
        "external-trigger-chart",
        (
            fills("What is my chance of using?", CHANCES, 6, hint="List people, places, things or times below the words that fit."),
            says(
                "Never use:", "These are safe.",
                "Almost never use:", "These are low risk. Take care.",
                "Almost always use:", "These are high risk. It is very dangerous to stay.",
                "Always use:", "To be here is to choose use. Stay away.",
            ),
        ),
        known_from="Memory of the handbook (ERS 2B).",
        differs="The advice at the foot of each column stands below the table, by the column's name: a column has no foot.",
    ),
    Form(
        MATRIX,
        "internal-trigger-questionnaire",
        (
            marks(
                "What I feel, part 1",
                ("Can lead to thoughts of use", "Not tied to use"),
                FEELINGS[:18],
                "Tick what fits. Leave the row empty if neither fits.",
            ),
            marks("What I feel, part 2", ("Can lead to thoughts of use", "Not tied to use"), FEELINGS[18:]),
            writes("What other feelings have led you to use?", 2),
            chooses(
                "In the weeks before treatment, my use was:", "Tied mostly to feelings", "Routine, without much feeling"
            ),
            chooses(
                "Lately, did you try not to use, and a change in your mood led you to use?",
                "Yes",
                "No",
                hint="For example, you had a fight with someone, got angry, and used.",
            ),
            writes("If yes, what happened?", 3),
        ),
        known_from="Memory of the handbook (ERS 3A). Read: the contents of its successor, TRUST, list it.",
        differs="One list of 36 became two: a rating grid has at most 30 rows.",
    ),
    Form(
        MATRIX,
        "internal-trigger-chart",
        (
            fills("What is my chance of using?", CHANCES, 6, hint="List feelings below the words that fit."),
            says(
                "Never use:", "These are safe.",
                "Almost never use:", "These are low risk. Take care.",
                "Almost always use:", "These are high risk.",
                "Always use:", "To stay in these is to choose use. Find a way out.",
            ),
        ),
        known_from="Memory of the handbook (ERS 3B).",
        differs="As in the external trigger chart.",
    ),
    Form(
        MATRIX,
        "daily-schedule",
        (
            writes("Date"),
            fills("My day", ("What I will do",), HOURS, "Time"),
            fills("How many hours will you sleep?", ("Hours", "From", "To"), 1),
            writes("Notes", 2),
            writes("Reminders", 2),
        ),
        known_from="Memory of the handbook (SCH 2).",
    ),
    Form(
        MATRIX,
        "weekly-planner",
        (
            writes("Week of"),
            fills(
                "My week",
                ("Morning", "Afternoon", "Evening"),
                ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
                "Day",
            ),
        ),
        known_from="Reconstructed: no stored copy shows one.",
        differs="A planner with hours down and 7 days across cannot be had: words may stand in 5 columns at most.",
    ),
    Form(
        MATRIX,
        "calendar",
        (
            writes("Month"),
            fills(
                "My days",
                ("Sun", *WEEK[:-1]),
                6,
                hint="Write the number of the day in its box. Mark each day that you did not use.",
            ),
        ),
        known_from="Memory of the handbook (CAL).",
    ),
    Form(
        MATRIX,
        "return-to-use-chart",
        (
            says("A return to use (relapse) starts before you use. What went on the week before can show you the first signs."),
            writes("Day I returned to use"),
            fills(
                "The week before",
                ("What went on", "How I felt about it"),
                (
                    "Work",
                    "Personal life",
                    "Treatment",
                    "Things I did that were tied to use",
                    "Patterns in what I did",
                    "Thoughts of use",
                    "Health",
                ),
                "Part of life",
            ),
        ),
        known_from="Memory. Read: five kinds of events in a relative (Shoptaw 2005, session 18), money to using.",
        differs="Rows and columns are swapped, no cell is lost. The line for a name is left out on purpose (standards P5).",
    ),
)  # fmt: skip
