"""A page → the page with the preview's script in it; and the preview's own pages."""

from __future__ import annotations

import hashlib
import html
import re

from generator.serve.state import Shown

_POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')
_NEEDS = (b"script-src", b"style-src", b"connect-src")
_HEAD = b'<link rel="stylesheet" href="/.preview/preview.css"><script src="/.preview/preview.js" data-page="%s" defer></script></head>'


def with_script(content: bytes) -> tuple[bytes, str]:
    """Put the preview's script into a page, and let the page's own policy load it; and the page's digest."""
    digest = hashlib.sha256(content).hexdigest()
    allowed = _POLICY.sub(lambda found: found[1] + _allowed(found[2]) + found[3], content, count=1)
    return allowed.replace(b"</head>", _HEAD % digest.encode(), 1), digest


def _allowed(policy: bytes) -> bytes:
    """The policy, with files and answers of the page's own server."""
    rules = {rule.split(b" ", 1)[0]: rule for rule in policy.split(b"; ")}
    for name in _NEEDS:
        rule = rules.get(name, name)
        # `'self'` and `'none'` come out of the templates escaped or not.
        if b"self" not in rule:
            rules[name] = b"%s 'self'" % re.sub(rb" (?:'|&#39;)none(?:'|&#39;)", b"", rule)
    return b"; ".join(rules.values())


def _page(title: str, body: str) -> bytes:
    whole = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<title>{html.escape(title)}</title></head><body class="psp">{body}</body></html>'
    ).encode()
    return with_script(whole)[0].replace(b'data-page="', b'data-own="', 1)


def note_page(shown: Shown) -> bytes:
    """In the place of a page that is not there: the problems stand below it, and it goes on looking."""
    if not shown.number:
        title, words = "The course is being built", "This takes a few seconds. The page comes by itself."
    elif not shown.has_pages:
        title, words = "The course cannot be shown yet", "Mend what is named below, and save. The page comes by itself."
    else:
        title = "There is no such page"
        words = 'It may have been renamed or taken out. <a href="/">To the start of the course</a>'
    return _page(title, f'<main class="psp-note"><h1>{title}</h1><p>{words}</p></main>')


def paper_page(sheet: str) -> bytes:
    """A sheet's pages as they are printed, renewed at every save."""
    name = html.escape(sheet.rpartition("/")[2])
    address = html.escape(sheet) if re.fullmatch(r"/[\w./-]+\.pdf", sheet) else "/"
    body = (
        f'<main class="psp-paper" data-sheet="{address}"><header><h1>{name}</h1>'
        '<p><a href="/" data-psp-back>Back to the page</a> '
        f'<a href="{address}">Open the PDF</a></p></header>'
        '<div class="psp-pages" aria-live="off"><p>The sheet is being set.</p></div></main>'
    )
    return _page(f"{name} – paper", body)
