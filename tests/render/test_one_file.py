"""The one-file edition: nothing beside it, every word of the module in it, small, and neutral where the course asks for it."""

from __future__ import annotations

import gzip
import html
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from printed import BUILD, COURSE, TINY, frame_in, module_in, tiny_frame

from generator.course import Frame, rich_texts
from generator.dress.policy import lone_policy
from generator.render.lesson import lesson_pages
from generator.render.one_file import one_file
from generator.render.worksheet import worksheet_pages
from generator.schema.module import Module
from tests.test_escaping import HOSTILE

MODULES = [
    *((module_in(COURSE, file.stem), frame_in(COURSE)) for file in sorted((COURSE / "en").glob("*.yml"))),
    *((module_in(TINY, name), tiny_frame()) for name in ("one-thing", "another-thing")),
]
each_module = pytest.mark.parametrize(("module", "frame"), MODULES, ids=[module.id for module, _ in MODULES])
LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "manifest", "ping"}


def made(module: Module, frame: Frame) -> str:
    (file,) = one_file(module, frame, BUILD)
    return file.content.decode()


class Elements(HTMLParser):
    """Every element with its attributes, and the text of each script and style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str]]] = []
        self.own: dict[str, list[str]] = {"script": [], "style": []}
        self._in = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.all.append((tag, {name: value or "" for name, value in attrs}))
        self._in = tag

    def handle_data(self, data: str) -> None:
        """Keep a script or style."""
        if self._in in self.own:
            self.own[self._in].append(data)

    def handle_endtag(self, tag: str) -> None:
        """Text is text again."""
        self._in = ""


def pieces(page: str) -> list[str]:
    """The texts between tags, and those that screen readers read of pictures."""
    said = re.findall(r'(?:alt|aria-label|data-label|data-row)="([^"]*)"', page)
    return [" ".join(html.unescape(text).split()) for text in (*re.split(r"<[^>]*>", page), *said) if text.strip()]


def squeezed(text: str) -> str:
    """Letters and digits alone: tags and line ends stand in other places here."""
    return re.sub(r"\W+", "", text)


@each_module
def test_nothing_stands_beside_it(module: Module, frame: Frame) -> None:
    elements = Elements(made(module, frame))
    ids = Counter(given["id"] for _, given in elements.all if "id" in given)
    assert [id_ for id_, count in ids.items() if count > 1] == []
    for tag, given in elements.all:
        assert not LOADING & given.keys(), (tag, given)
        assert not [name for name in given if name.startswith("on") or name == "style"], (tag, given)
        assert tag not in ("base", "form", "iframe", "object", "embed", "img"), (tag, given)
        for name in {"for", "aria-describedby", "aria-labelledby"} & given.keys():
            assert set(given[name].split()) <= ids.keys(), (tag, given)
        href = given.get("href", "")
        if tag == "link":
            assert href.startswith("data:image/svg+xml,")
        elif href.startswith("#"):
            assert href[1:] in ids, href
        elif href:
            assert re.match(r"(https|tel|sms):", href), href


@each_module
def test_the_policy_allows_its_own_script_and_style_and_no_more(module: Module, frame: Frame) -> None:
    elements = Elements(made(module, frame))
    (policy,) = (given["content"] for _, given in elements.all if given.get("http-equiv"))
    assert policy == lone_policy(elements.own["script"], elements.own["style"])
    assert len(elements.own["script"]) == len(elements.own["style"]) == 1
    assert "'self'" not in policy and "unsafe" not in policy and "url(" not in elements.own["style"][0]
    typed = [given for tag, given in elements.all if tag in ("input", "textarea", "select")]
    assert typed and all(given.get("autocomplete") == "off" for given in typed)


@each_module
def test_every_word_of_lesson_quiz_and_worksheets_is_in_it(module: Module, frame: Frame) -> None:
    whole = squeezed(" ".join(pieces(made(module, frame))))
    pages = (*lesson_pages(module, frame, BUILD), *worksheet_pages(module, frame, BUILD))
    # What leads elsewhere (the sheets to print, this file, other lessons), and headings of what stands in other places here.
    elsewhere = re.compile(
        r'<section id="(?:print|take)".*?</section>|<a href="#(?:print|worksheets)">.*?</a>|<p class="ps-back">.*?</p>'
        rf"|<h2>(?:{frame.strings['worksheets']}|{frame.strings['stay_safe']})</h2>",
        re.DOTALL,
    )
    shown = [piece for page in pages for piece in pieces(elsewhere.sub("", page.body))]
    assert len(shown) > 100
    assert [piece for piece in shown if squeezed(piece) not in whole] == []
    texts = [text.words for path, text in rich_texts(module) if path[0] not in ("guide", "review")]
    assert [text for text in texts if squeezed(text) not in whole] == []
    assert [term.term for term in module.glossary if squeezed(term.term) not in whole] == []


@each_module
def test_help_draft_mark_and_review_are_in_it(module: Module, frame: Frame) -> None:
    page = made(module, frame)
    assert page.count('class="ps-draft-mark"') == page.count("<h1>") == 1
    assert 'class="ps-review"' in page and 'href="#help"' in page and f'href="{frame.spec.quick_exit}"' in page
    messages = [frame.messages[id_] for id_ in (frame.safety.everywhere, *frame.safety.help_page)]
    help_now = squeezed(" ".join(pieces(page.partition('<section id="help">')[2].partition("</section>")[0])))
    assert [message.title for message in messages if squeezed(message.words) not in help_now] == []


@each_module
def test_it_is_small(module: Module, frame: Frame) -> None:
    assert len(gzip.compress(made(module, frame).encode(), 9)) <= 25_000


def test_it_is_the_same_every_time() -> None:
    module, frame = MODULES[0]
    assert made(module, frame) == made(module, frame)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_come_out_as_themselves(text: str) -> None:
    module, frame = MODULES[-1]
    sheet = module.worksheets[0].model_copy(update={"title": text})
    page = made(module.model_copy(update={"title": text, "worksheets": (sheet,)}), frame)
    assert pieces(page).count(" ".join(text.split())) >= 3
    assert [tag for tag, _ in Elements(page).all].count("script") == 1
    assert "<img" not in page


def test_a_link_to_another_module_is_plain_words_and_one_to_an_own_word_leads_to_it() -> None:
    module, frame = MODULES[-2]
    own = module.glossary[0].id
    text = f"[far](module:elsewhere) [near](module:{module.id}) [word](term:{own}) [strange](term:elsewhere)"
    main = type(module.main_message)(text)
    page = made(module.model_copy(update={"main_message": main}), frame)
    assert f'<p>far <a href="#content">near</a> <a href="#t-{own}" class="ps-term">word</a> strange</p>' in page


def test_a_discreet_course_shows_nothing_outside() -> None:
    module, frame = MODULES[0]
    discreet = replace(frame, spec=frame.spec.model_copy(update={"discreet": True}))
    (file,) = one_file(module, discreet, BUILD)
    page = file.content.decode()
    assert file.path == f"{discreet.slug(module.id)}/file/{discreet.number_of(module.id):02d}-lesson.html"
    assert re.search("<title>(.*)</title>", page)[1] == f"{discreet.outside_title} {discreet.number_of(module.id)}"  # type: ignore[index]
    assert module.id not in page and module.title not in page.partition("<body>")[0]
    assert f'data-course="{discreet.prefix}"' in page and frame.spec.id not in discreet.prefix


def test_the_lesson_page_offers_it() -> None:
    for module, frame in MODULES:
        (page,), (file,) = lesson_pages(module, frame, BUILD), one_file(module, frame, BUILD)
        link = re.search(r'<section id="take".*?<a href="([^"]*)" download>', page.body, re.S)
        assert link and f"{page.address.rpartition('/')[0]}/{link[1]}" == file.path
