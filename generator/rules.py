"""What a rule says about itself, and the rules that reading and validating a file apply."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problems import Level


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id states what should hold; `why` gives the reason and its source, `mend` a way out."""

    id: str
    holds: str
    why: str
    mend: str
    level: Level = "error"
    also: tuple[Level, ...] = ()
    """Other levels at which it may speak up."""
    answerable: bool = False
    """Whether an exception in the file may answer it: where a person may know better than the rule. Never for safety
    messages, numbers, ids, or how a file is written."""


FILE_RULES: tuple[Rule, ...] = (
    Rule(
        "file-is-there",
        "Each file that the course names exists.",
        "A course with a hole in it must not be published.",
        "Put the file there, or take its name out of course.yml.",
    ),
    Rule(
        "file-is-a-file",
        "A module is a file, not a folder; `overlays` and `programs` are folders, not files.",
        "A folder cannot be read as a module, and a file holds no others.",
        "Rename or move what stands there.",
    ),
    Rule(
        "file-is-inside-the-course",
        "No link leads out of the course's folder.",
        "A course folder from somebody else must not read your other files.",
        "Copy the file into the course's folder.",
    ),
    Rule(
        "file-is-not-too-large",
        "A file has at most a million bytes.",
        "A module is about 40 KB; a larger file is most often a mistake.",
        "Check that this is the right file; split it if it is.",
    ),
    Rule(
        "file-is-utf-8",
        "A file is saved as UTF-8.",
        "Other encodings turn letters into nonsense on other computers.",
        "Choose UTF-8 in your editor’s “save as”.",
    ),
    Rule(
        "file-is-not-empty", "A file has something in it.", "An empty module cannot be shown.", "Fill it, or delete it."
    ),
    Rule(
        "file-has-few-problems",
        "A file has at most 200 problems.",
        "With more it is the wrong file, or broken by a program, and nobody reads them all.",
        "Mend the first ones, or go back to an earlier state of the file.",
    ),
    Rule(
        "file-is-named-after-its-id",
        "The file's name is the module's id and .yml.",
        "People find a module by its file; two names for one thing mislead.",
        "Rename the file, or change the id if it was never released.",
    ),
    Rule(
        "yaml-is-well-formed",
        "The file is YAML.",
        "A broken file cannot be read at all.",
        "Look at the indentation, quotes and colons at this place and just above.",
    ),
    Rule(
        "yaml-has-no-tabs",
        "Lines are indented with spaces.",
        "YAML does not allow tabs for indentation.",
        "Set your editor to put spaces in place of tabs.",
    ),
    Rule(
        "yaml-has-no-aliases",
        "No `&name` and `*name`.",
        "A few lines of aliases can grow to gigabytes, and they are hard to read.",
        "Write the text out.",
    ),
    Rule(
        "yaml-has-no-tags",
        "No `!tag`.",
        "Tags can ask a reader to run code; nothing here needs them.",
        "Delete the tag.",
    ),
    Rule(
        "yaml-is-not-too-deep",
        "Nothing is nested deeper than 40 levels.",
        "A module needs 9; a deeper file is broken or hostile.",
        "Check the brackets and the indentation.",
    ),
    Rule(
        "key-is-text",
        "A key is a word.",
        "A list or a group of keys cannot be a key.",
        "Delete the `?` or the brackets.",
    ),
    Rule(
        "key-is-there-once",
        "A key stands once in its group.",
        "YAML would silently keep the last and lose the first.",
        "Join the two, or delete one.",
    ),
    Rule(
        "key-is-known",
        "Each key is one that this kind of thing has.",
        "A misspelled key would silently be left out.",
        "Correct the spelling; `psychoed schema` lists all keys.",
    ),
    Rule(
        "key-is-there",
        "Each key that is needed is there.",
        "The page would have a hole where its text should be.",
        "Add the key.",
    ),
    Rule(
        "kind-is-known",
        "Each `kind` is one that the generator has.",
        "What is not known cannot be shown.",
        "Correct the spelling.",
    ),
    Rule(
        "choice-is-known",
        "A value is one of the words allowed for its key.",
        "What is not known cannot be shown.",
        "Use one of the words named.",
    ),
    Rule(
        "value-has-the-right-type",
        "Text is text, a number is a number, a list is a list.",
        "Guessing what was meant goes wrong where it hurts.",
        "Put text in quotes; start list items with `- `.",
    ),
    Rule(
        "value-has-the-right-form",
        "Dates, addresses and languages have their usual form.",
        "Other programs read them.",
        "Write it as the message shows.",
    ),
    Rule(
        "id-is-a-slug",
        "An id has small letters, digits and single hyphens.",
        "Ids become addresses and must work everywhere.",
        "Change the id to that form.",
    ),
    Rule(
        "text-is-one-plain-line",
        "A title or label is one line of plain words.",
        "It is shown letter for letter on pages, tabs and paper.",
        "Take line ends and odd characters out.",
    ),
    Rule(
        "text-is-one-line",
        "This text is one paragraph.",
        "Its place on page and paper has room for one.",
        "Join the paragraphs, or use a text block.",
    ),
    Rule(
        "text-is-simple-markdown",
        "Text uses paragraphs, lists, **bold** and links alone.",
        "Everything else looks different on paper, or cannot be read aloud.",
        "Take the markup out; headings belong to sections.",
    ),
    Rule(
        "text-is-there", "A text has words in it.", "An empty box helps nobody.", "Write the text, or delete the key."
    ),
    Rule(
        "text-is-not-too-long",
        "A text stays within its room.",
        "Very long texts break pages and sheets.",
        "Shorten it, or split it in two.",
    ),
    Rule(
        "list-has-enough",
        "A list has as many items as it needs.",
        "A question with one choice, or a lesson with no section, does not work.",
        "Add items.",
    ),
    Rule(
        "list-is-not-too-long",
        "A list is not longer than people can use.",
        "Seven points are the most that people keep in mind; sheets have one page.",
        "Split it, or leave the least useful out.",
    ),
    Rule(
        "number-is-in-range",
        "A number is within its limits.",
        "Sheets and sessions have a fixed size.",
        "Use a number within the limits.",
    ),
    Rule(
        "question-has-one-right-answer",
        "A one_answer question has exactly one right option.",
        "With none or two, the feedback contradicts itself.",
        "Mark one option `right: true`, or use several_answers.",
    ),
    Rule(
        "question-has-several-right-answers",
        "A several_answers question has two or more right options and one that is not.",
        "Otherwise it is another kind of question.",
        "Use one_answer, or mark more options.",
    ),
    Rule(
        "question-has-ideas-that-help",
        "At least two ideas of a could_help question could help.",
        "The question teaches that there is more than one way.",
        "Add an idea that helps.",
    ),
    Rule(
        "scale-has-two-ends",
        "The two ends of a scale have different words.",
        "A scale with the same word at both ends says nothing.",
        "Change one of the labels.",
    ),
    Rule(
        "column-options-belong-to-choice",
        "`options` goes with `holds: choice`.",
        "Other columns have nothing to choose from.",
        "Add `holds: choice`, or delete `options`.",
    ),
    Rule(
        "table-has-rows",
        "A table has `rows` or `row_labels`.",
        "Without either it has no rows, with both it is unclear how many.",
        "Keep one of the two.",
    ),
    Rule(
        "exception-has-one-place",
        "An exception says `words` or `at`.",
        "Without a place it would answer the whole file, and nobody would see what it hides.",
        "Write `words:` and copy the words out of the text; or `at:` and the part that the rule speaks of.",
    ),
    Rule(
        "file-is-the-only-one",
        "A module has one file: not `.yml` and `.yaml`, nor two that differ in capitals alone.",
        "Both would become the same pages, and one of them would silently be lost.",
        "Keep one of the two files.",
    ),
    Rule(
        "file-name-is-plain",
        "A file's name has letters that can be printed, and at most 200 bytes.",
        "Names with line ends or broken letters cannot be shown, typed or copied to other computers.",
        "Rename the file.",
    ),
    Rule(
        "file-can-be-read",
        "You are allowed to read each file of the course.",
        "A course with a hole in it must not be published.",
        "Give yourself the right to read the file: `chmod u+r` on Linux and macOS.",
    ),
)
