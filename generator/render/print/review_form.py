"""A dossier → the form that a reviewer fills in on one page, and the figures behind it."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.course import Frame
from generator.render.print.content import Content
from generator.render.print.values import Printable
from generator.reviews.dossier import ACTIONABLE, Dossier, Item
from generator.schema.module import Module
from generator.schema.signoffs import DECISIONS, REVIEW_KINDS
from generator.schema.sources import SourceWork

MOST_CHANGES = 200
"""So many changes are printed; a text with more was written anew, and is read anew."""


def contents(module: Module, frame: Frame, dossier: Dossier) -> Iterator[Content]:
    """The form, and the figures."""
    t = frame.strings
    bodies = {"review_form": _form(module, frame, dossier), "review_facts": facts_for(frame, dossier)}
    for layout, body in bodies.items():
        yield Content(
            module=module,
            tree="counselors",
            name=layout.replace("_", "-"),
            page=addresses.guide(frame.slug(module.id)),
            over=module.title,
            title=t[layout],
            short=t[layout],
            layout=layout,
            body=body,
        )


def _form(module: Module, frame: Frame, dossier: Dossier) -> dict[str, Printable]:
    t = frame.strings
    return {
        "module": module.id,
        "language": dossier.language,
        "revision": dossier.revision,
        "code": dossier.code,
        "reading": dossier.reading,
        "kinds": [t[f"review_kind_{kind.replace('-', '_')}"] for kind in REVIEW_KINDS],
        "decisions": [t[f"review_decision_{decision.replace('-', '_')}"] for decision in DECISIONS],
        "checked_on": min((number.verified_on for number in dossier.numbers), default=None),
    }


def facts_for(frame: Frame, dossier: Dossier) -> dict[str, Printable]:
    """What to know before reviewing, in the words of the frame's language; paper and screen show the same."""
    t = frame.strings
    return {
        "reading": dossier.reading,
        "counts": [{"what": t[f"review_count_{name}"], "count": count} for name, count in dossier.counts],
        "pemat": [_item(item, frame) for item in dossier.pemat],
        "works": [
            {
                "words": _work(work),
                "evidence": t[f"review_evidence_{work.evidence.replace(' ', '_')}"],
                "times": cited.times,
            }
            for cited in dossier.works
            for work in (cited.work,)
        ],
        "numbers": [
            {"shown": number.shown, "of": number.of, "on": number.verified_on, "how": number.verified_how}
            for number in dossier.numbers
        ],
        "last": _last(frame, dossier),
        "changes": [
            {"place": change.place, "was": change.was, "now": change.now}
            for change in (dossier.changes or ())[:MOST_CHANGES]
        ],
    }


def _work(work: SourceWork) -> str:
    authors = work.authors if work.authors.endswith(".") else f"{work.authors}."
    return f"{authors} {work.title}, {work.year}."


def _item(item: Item, frame: Frame) -> Printable:
    t = frame.strings
    return {
        "number": item.number,
        "words": t[f"review_pemat_{item.number}"],
        "found": t[f"review_found_{item.found}"],
        "actionable": item.number >= ACTIONABLE,
    }


def _last(frame: Frame, dossier: Dossier) -> str:
    """What there is to say of changes since the last decision."""
    t, last = frame.strings, dossier.last
    if last is None:
        return t["review_changes_first"]
    name = "lost" if dossier.changes is None else "none" if not dossier.changes else "since"
    return t[f"review_changes_{name}"].format(who=f"{last.name}, {last.standing}", when=last.date)
