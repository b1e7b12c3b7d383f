"""What is kept of a module's values between builds, to compare it with the same module in other languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """What is kept of a leaf between builds, and where it stands. `text` is the digest of a text, else empty."""

    key: str
    line: int
    column: int
    text: str
    value: str
    """Of a text its link targets and its numbers."""
