"""The content security policy of a page: what it may load, and that it can send nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable


def page_policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """For a page of the site: files of its own folder, and the inline scripts and styles given, by their digests."""
    return _policy(
        f"script-src 'self' {_hashes(scripts)}",
        f"style-src 'self' {_hashes(styles)}",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
    )


def lone_policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """For a page that is one file: nothing but what stands in it."""
    return _policy(f"script-src {_hashes(scripts)}", f"style-src {_hashes(styles)}", "img-src data:")


def _policy(*rules: str) -> str:
    return "; ".join(("default-src 'none'", *rules, "form-action 'none'", "base-uri 'none'"))


def _hashes(texts: Iterable[str]) -> str:
    return " ".join(f"'sha256-{digest_of(text)}'" for text in texts) or "'none'"


def digest_of(text: str) -> str:
    """SHA-256 in base64, as a policy names an inline script or style."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
