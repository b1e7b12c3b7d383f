"""The facts of all modules of a language → what does not fit between them and the course."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.course import Frame, rich_texts
from generator.facts import Facts
from generator.load import Source
from generator.problems import Problem, Problems, did_you_mean, in_order
from generator.rules import Rule
from generator.source import Document
from generator.text import Nodes, links, parse

TERM_IS_DEFINED_ONCE = Rule(
    "term-is-defined-once",
    "A term is defined in one module alone.",
    "Two meanings for one word confuse people, and a link can lead to one of them only.",
    "Delete one of the two and link to the other with `term:`.",
)
TERM_IS_KNOWN = Rule(
    "term-is-known",
    "Each `term:` link leads to a term of some module's glossary.",
    "A word that is marked as explained has to be explained.",
    "Correct the id, or add the term to a glossary.",
)
MODULE_IS_KNOWN = Rule(
    "module-is-known",
    "Each module that a link or a pathway names is in the course.",
    "The link would lead nowhere.",
    "Correct the id, or add the module to course.yml: under `planned`, if it is not written yet.",
)
MODULE_IS_LISTED = Rule(
    "module-is-listed",
    "Each module file is named under `modules` in course.yml.",
    "That list gives the order; a module that is not on it would silently be left out.",
    "Add the module's id to course.yml, or move the file away.",
)
TRACK_IS_KNOWN = Rule(
    "track-is-known",
    "Each module's track is one of course.yml.",
    "The list of modules is ordered by track.",
    "Correct the track, or add it to course.yml.",
)
LINK_LEADS_SOMEWHERE = Rule(
    "link-leads-somewhere",
    "Links in the texts of the course, of safety messages and of the glossary lead to a term or a module.",
    "These texts stand on many pages; a worksheet belongs to one module alone.",
    "Correct the link, or take it out.",
)
MODULE_IS_IN_EACH_LANGUAGE = Rule(
    "module-is-in-each-language",
    "Each module is there in each language of the course.",
    "Until it is, its pages show in the first language, with a notice; not everybody can read them.",
    "Translate the module, or take the language out of course.yml.",
    "note",
)
SharedFiles = tuple[Document, Document]
"""course.yml and safety.yml, for places."""
ACROSS_RULES = (
    MODULE_IS_IN_EACH_LANGUAGE,
    LINK_LEADS_SOMEWHERE,
    TERM_IS_DEFINED_ONCE,
    TERM_IS_KNOWN,
    MODULE_IS_KNOWN,
    MODULE_IS_LISTED,
    TRACK_IS_KNOWN,
)


def check_across(facts: Sequence[Facts], frame: Frame, files: SharedFiles, broken: Collection[str] = ()) -> Problems:
    """Compare the modules with each other and with course.yml.

    `broken` holds the ids of modules whose file is there but could not be read; what hangs on them is not said.

    Example:
        modules: [stress, a-module-without-a-file]
    """
    found = sorted(facts, key=lambda module: module.path)
    return in_order(
        (
            *_terms_twice(found),
            *_unknown_terms(found, broken),
            *_unknown_modules(found, frame, broken),
            *_files(found, frame, files[0], broken),
            *_pathways(frame, files[0]),
            *_tracks(found, frame),
            *_links_of_the_course(found, frame, files, broken),
        )
    )


def _terms_twice(facts: Iterable[Facts]) -> Iterator[Problem]:
    """The same id, or the same word under another id."""
    first: dict[str, str] = {}
    for module in facts:
        for id_, word, _, line in module.terms:
            there = first.get(id_) or first.get(word.casefold())
            if there:
                message = f"the term '{word}' is defined here a second time; the first is in {there}"
                yield Problem(module.path, *module.spot(f"term:{id_}"), message, TERM_IS_DEFINED_ONCE.id)
            first.setdefault(id_, f"{module.path}:{line}")
            first.setdefault(word.casefold(), f"{module.path}:{line}")


def _unknown_terms(facts: Iterable[Facts], broken: Collection[str]) -> Iterator[Problem]:
    known = {id_ for module in facts for id_, *_ in module.terms}
    if not broken:  # One of those may define the term.
        yield from _unknown(facts, "term", known, TERM_IS_KNOWN)


def _unknown_modules(facts: Iterable[Facts], frame: Frame, broken: Collection[str]) -> Iterator[Problem]:
    known = {module.id for module in facts} | set(frame.spec.modules) | set(broken)
    yield from _unknown(facts, "module", known, MODULE_IS_KNOWN)


def _links_of_the_course(
    facts: Sequence[Facts], frame: Frame, files: SharedFiles, broken: Collection[str]
) -> Iterator[Problem]:
    """Links in the texts that belong to no module: in course.yml, in safety messages, in the glossary."""
    if broken:
        return
    known = {f"term:{id_}" for module in facts for id_, *_ in module.terms} | {
        f"module:{module.id}" for module in facts
    }
    for spot, nodes in _texts_of_the_course(facts, frame, files):
        for target in links(nodes):
            if target.partition(":")[0] in ("term", "module", "worksheet") and target not in known:
                message = f"the link '{target}' leads nowhere from here"
                yield Problem(*spot, message, LINK_LEADS_SOMEWHERE.id)


def _texts_of_the_course(
    facts: Sequence[Facts], frame: Frame, files: SharedFiles
) -> Iterator[tuple[tuple[str, int, int], Nodes]]:
    course, safety = files
    for path, text in rich_texts(frame.spec):
        yield course.spot(path), text.nodes
    for id_, message in frame.messages.items():
        yield safety.spot(("messages", id_, "text", frame.language)), message.text
    for module in facts:
        for id_, _, meaning, _ in module.terms:
            yield (module.path, *module.spot(f"meaning:{id_}")), parse(meaning)


def _unknown(facts: Iterable[Facts], kind: str, known: set[str], rule: Rule) -> Iterator[Problem]:
    for module in facts:
        for reference in module.references:
            named, _, id_ = reference.target.partition(":")
            if named == kind and id_ not in known:
                message = f"unknown {kind} '{id_}'{did_you_mean(id_, known)}"
                yield Problem(reference.path or module.path, reference.line, reference.column, message, rule.id)


def _files(facts: Sequence[Facts], frame: Frame, course: Document, broken: Collection[str]) -> Iterator[Problem]:
    listed = frame.spec.modules
    for module in facts:
        if module.id not in listed:
            message = f"course.yml does not list the module '{module.id}' under `modules`"
            yield Problem(module.path, *module.spot("id"), message, MODULE_IS_LISTED.id)
    there = {module.id for module in facts} | set(broken)
    for index, id_ in enumerate(listed):
        if id_ not in there:
            message = f"there is no file '{frame.language}/{id_}.yml' for the module '{id_}'"
            yield course.problem(("modules", index), message, "file-is-there")


def check_borrowed(sources: Iterable[Source], frame: Frame) -> Iterator[Problem]:
    """Find modules that stand in another language because this one lacks them.

    Example:
        languages: [en, es]
    """
    for source in sources:
        said = f"this module is not in '{frame.language}' yet, so its pages show this text there, with a notice"
        yield Problem(source.path, 1, 1, said, MODULE_IS_IN_EACH_LANGUAGE.id, MODULE_IS_IN_EACH_LANGUAGE.level)


def _pathways(frame: Frame, course: Document) -> Iterator[Problem]:
    listed = (*frame.spec.modules, *frame.spec.planned)
    for index, pathway in enumerate(frame.spec.pathways):
        # As the file has it: an overlay may have put other modules in between.
        written = course.value["pathways"][index]["modules"]
        for id_ in pathway.modules:
            if id_ not in listed:
                message = f"the pathway '{pathway.id}' names an unknown module '{id_}'{did_you_mean(id_, listed)}"
                at = written.index(id_) if id_ in written else 0
                yield course.problem(("pathways", index, "modules", at), message, MODULE_IS_KNOWN.id)


def _tracks(facts: Iterable[Facts], frame: Frame) -> Iterator[Problem]:
    for module in facts:
        if module.track not in frame.spec.tracks:
            message = f"unknown track '{module.track}'{did_you_mean(module.track, frame.spec.tracks)}"
            yield Problem(module.path, *module.spot("track"), message, TRACK_IS_KNOWN.id)
