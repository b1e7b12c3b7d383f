"""The last look at a finished page: what is ours passes, what runs or loads anything else stops the build."""

from __future__ import annotations

import pytest

from generator.engines.audit import AuditError, audit

INLINE = "(()=>{let a=1})()"
OURS = (
    f'<!doctype html><html><head><script data-course="steps:">{INLINE}</script><style>p{{}}</style>'
    '<link rel="icon" href="../assets/icon.svg"></head><body>%s<script src="../assets/frame.js" defer></script></body></html>'
)

HARMLESS = (
    "<p>Use it once = fine. javascript: a word. &lt;script&gt;alert(1)&lt;/script&gt;</p>",
    '<p title="onclick=run()">The onset = slow</p>',
    '<a href="https://www.weather.gov/" rel="noreferrer noopener">Leave</a>',
    '<a href="tel:988">988</a>',
    '<img src="data:image/svg+xml,x" alt="">',
    "<pre>&lt;iframe src=//x&gt; src=//x</pre>",
)
REFUSED = (
    "<script>alert(1)</script>",
    "<SCRIPT >alert(1)</SCRIPT>",
    '<script src="https://cdn.example/x.js"></script>',
    '<script src="../assets/frame.js" defer>alert(1)</script>',
    f'<script data-course="steps:">{INLINE};alert(1)</script>',
    '<p onclick="alert(1)">x</p>',
    "<svg/onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\tscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)" onfocus="x()">x</a>',
    '<iframe srcdoc="x"></iframe>',
    '<object data="x"></object>',
    '<base href="//evil.example/">',
    '<form action="/x"><input></form>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<img src="https://evil.example/x.png" alt="">',
    '<img srcset="//evil.example/x.png 2x" alt="">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<video poster="\\\\evil.example/x"></video>',
)


@pytest.mark.parametrize("body", HARMLESS)
def test_what_only_looks_like_it_passes(body: str) -> None:
    audit("one.html", OURS % body, INLINE)


@pytest.mark.parametrize("body", REFUSED)
def test_what_would_run_or_load_is_refused_with_its_page(body: str) -> None:
    with pytest.raises(AuditError, match=r"^stress/index\.html: .+"):
        audit("stress/index.html", OURS % body, INLINE)
