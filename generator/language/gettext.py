"""A gettext file's text → Babel's catalog of it.

Babel is read when there is such a file: most commands never meet one, and it costs a twentieth of a second.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

NotGettext = tuple[int, str]
"""Where a text is no gettext file, counted from 1, and what Babel says of it; empty if it says nothing."""


def read_catalog(file: IO[Any]) -> Catalog | NotGettext:
    """The catalog of a .po file, or why it cannot be read. The line may lie behind the file's last one.

    A file of bytes is read in the encoding that its own header names, one of text as it is.
    """
    from babel.messages.pofile import PoFileError, read_po

    try:
        return read_po(file, charset="utf-8", abort_invalid=True)
    except PoFileError as error:
        return max(error.lineno + 1, 1), str(error.args[0]) if error.args else ""
    # Its header is parsed by whoever each line is about.
    except (ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
        return 1, str(error)
