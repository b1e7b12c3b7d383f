"""A name → whether it is anybody's: forms are sent back with `TODO`, `N/A`, `x` or `Name` in them."""

from __future__ import annotations

PLACEHOLDERS = frozenset(
    [
        "abc",
        "anon",
        "anonym",
        "anonymous",
        "anybody",
        "asdf",
        "bar",
        "blank",
        "credential",
        "dummy",
        "empty",
        "example",
        "fill",
        "fillin",
        "first",
        "firstname",
        "fixme",
        "foo",
        "foobar",
        "fullname",
        "initials",
        "insert",
        "insertname",
        "janedoe",
        "johndoe",
        "last",
        "lastname",
        "me",
        "myname",
        "na",
        "name",
        "namehere",
        "nil",
        "nn",
        "no",
        "nobody",
        "none",
        "noone",
        "null",
        "pending",
        "placeholder",
        "q",
        "qwerty",
        "role",
        "sample",
        "self",
        "signature",
        "someone",
        "somebody",
        "state",
        "tba",
        "tbc",
        "tbd",
        "test",
        "testing",
        "title",
        "todo",
        "unknown",
        "unnamed",
        "xy",
        "xyz",
        "you",
        "yourname",
        "yourrole",
    ]
)
"""Small letters alone, as they are left of `Your name:` or `<name>`."""
ROLES = frozenset(
    [
        "admin",
        "author",
        "clinician",
        "counselor",
        "editor",
        "person",
        "professional",
        "reviewer",
        "tester",
        "translator",
        "user",
    ]
)
"""What somebody can be, and nobody is called."""


def is_nobody(name: str) -> bool:
    """Whether a name is none: empty, one letter, the same letter again and again, a placeholder, or a role."""
    letters = "".join(letter for letter in name.casefold() if letter.isalpha())
    # A. A. may be somebody's initials; aaa is nobody's.
    alike = len(set(letters)) < 2 and "." not in name
    return alike or is_placeholder(name) or letters in ROLES


def is_placeholder(words: str) -> bool:
    """Whether a role or a credential says nothing."""
    letters = "".join(letter for letter in words.casefold() if letter.isalpha())
    return len(letters) < 2 or letters in PLACEHOLDERS
