"""What `checks/programs.py` asks of programs, rule by rule."""

from __future__ import annotations

from generator.rules import Rule

HOURS_ARE_NOT_TOO_MANY = Rule(
    "program-has-no-more-than-20-hours",
    "A week of a program has at most 20 hours.",
    "Intensive outpatient care is 9 to 20 hours a week; more than that is another level of care, or a slip of the pen.",
    "Take out slots, shorten them, or set `weeks: odd` or `weeks: even` for those that take turns.",
)
HOURS_ARE_ENOUGH = Rule(
    "program-has-9-hours",
    "A week of a program has at least 9 hours.",
    "Intensive outpatient care is 9 to 20 hours a week; less than that is another level of care.",
    "Add slots, or make them longer; leave it if the program is meant to be lighter.",
    "warning",
    answerable=True,
)
WEEKS_ARE_FEW = Rule(
    "program-has-at-most-52-weeks",
    "A program has at most 52 weeks.",
    "Programs are 12 to 16 weeks long; with more than a year it is most often a slip of the pen.",
    "Correct `weeks`, or split the program in two.",
)
SAFETY_IS_FIRST = Rule(
    "program-has-safety-first",
    "Every module under `safety_modules` in course.yml is taught in the first two weeks of each program.",
    "What keeps people alive comes first: some leave early, and a body that has had a break takes less than before.",
    "Add the module to `topics` of week 1 or 2.",
)
ONE_TO_ONE = Rule(
    "program-has-individual-time",
    "Each week of a program has at least one slot of the kind `individual`.",
    "People in intensive outpatient care see their counselor alone at least once a week; a safety plan is made there.",
    "Add a slot with `kind: individual`; without `start` it is by appointment.",
)
FAMILY_TIME = Rule(
    "program-has-family-time",
    "A program has a slot of the kind `family` at least every two weeks.",
    "Family sessions are a part of intensive outpatient care, each week or every second one.",
    "Add a slot with `kind: family`; `weeks: odd` makes it every second week.",
    "warning",
    answerable=True,
)
GROUP_IS_SMALL = Rule(
    "program-group-is-under-15",
    "`group_size` is at most 14.",
    "Groups in intensive outpatient care have fewer than 15 people, so that everybody gets to speak and is seen.",
    "Split the group, and run the session twice.",
    "warning",
    answerable=True,
)
SLOTS_ARE_APART = Rule(
    "program-slots-do-not-overlap",
    "The slots of a day do not overlap, and the last one ends by midnight.",
    "Nobody can be in two rooms at once, and the hours would be counted twice.",
    "Move or shorten a slot; slots of odd and of even weeks may share a time.",
)
DAY_IS_LISTED_ONCE = Rule(
    "program-day-is-listed-once",
    "A phase lists each day of the week once, and `topics` each week once.",
    "Of two lists for one day or week, a reader sees one.",
    "Join the two.",
)
TOPIC_IS_WRITTEN = Rule(
    "program-topic-is-written",
    "The modules that a program names are there.",
    "Programs may name modules that are planned; the leader then needs another way to lead these sessions.",
    "Write the module, or choose one that is there; the program's page names what is missing.",
    "note",
)
TOPICS_HAVE_SLOTS = Rule(
    "program-topics-have-slots",
    "A week has no more topics of a kind than slots of that kind.",
    "A topic without a slot would silently be left out.",
    "Move the topic to another week, or add a slot.",
)
WEEK_IS_THERE = Rule(
    "program-week-is-there",
    "`topics` names weeks that the program has.",
    "A topic of a week after the last one would silently be left out.",
    "Correct the week, or give a phase more weeks.",
)
CORE_IS_TAUGHT = Rule(
    "program-teaches-the-core",
    "Every module under `core_modules` in course.yml is taught at least once.",
    "They hold the skills that nobody should finish a program without.",
    "Add the modules to `topics`; leave it if this program is a part of a longer way.",
    "warning",
    answerable=True,
)
PROGRAM_IS_THERE_ONCE = Rule(
    "program-is-there-once",
    "Two programs do not have the same id.",
    "Both would become the same pages, and one of them would silently be lost.",
    "Change one of the ids, and the name of its file with it.",
)
PROGRAM_RULES: tuple[Rule, ...] = (
    HOURS_ARE_NOT_TOO_MANY,
    HOURS_ARE_ENOUGH,
    WEEKS_ARE_FEW,
    SAFETY_IS_FIRST,
    ONE_TO_ONE,
    FAMILY_TIME,
    GROUP_IS_SMALL,
    SLOTS_ARE_APART,
    DAY_IS_LISTED_ONCE,
    TOPIC_IS_WRITTEN,
    TOPICS_HAVE_SLOTS,
    WEEK_IS_THERE,
    CORE_IS_TAUGHT,
    PROGRAM_IS_THERE_ONCE,
)
