"""A web address → the QR code that stands for it on paper, and the words beside it."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode


@lru_cache(maxsize=2_000)
def qr_svg(address: str) -> str:
    """Draw the QR code of `address` as one SVG element with its quiet zone of four modules.

    Error correction M: a sheet is copied from copies, and still has to scan.
    """
    # Read when a code is drawn: it brings the library for the network along, which nothing here uses.
    import segno

    return svg_of(segno.make(address, error="m", micro=False))


def svg_of(code: QRCode) -> str:
    """The code as one SVG element with its quiet zone."""
    drawn = io.BytesIO()
    code.save(drawn, kind="svg", border=4, xmldecl=False, svgclass=None, lineclass=None, omitsize=True, nl=False)
    return drawn.getvalue().decode("ascii")


def spoken(address: str) -> str:
    """The address as people type it: no scheme, no `index.html`."""
    return address.partition("://")[2].removesuffix("index.html").rstrip("/")
