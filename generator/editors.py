"""What an editor needs to help authors: settings for VS Code, and the schemas that they name.

The schemas belong to the installed program: `init`, `new` and `schema --folder` write them, and no repository holds them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from generator.schemas import write_schemas

SCHEMAS_FOLDER = "schemas"
"""Beside the course's folder."""
BESIDE = ("course", "safety", "sources", "words", "clinic", "group")
IN_FOLDERS = {"overlay": "overlays", "program": "programs"}


def editor_files(course: str, languages: Sequence[str]) -> dict[str, str]:
    """The files of `.vscode/`: path → text. `course` is the name of the folder with course.yml."""
    modules = [f"{course}/{language}/*.{ending}" for language in languages for ending in ("yml", "yaml")]
    files: dict[str, object] = {
        "module": modules,
        **{name: [f"{course}/{name}.yml"] for name in BESIDE},
        **{name: [f"{course}/{folder}/*.yml"] for name, folder in IN_FOLDERS.items()},
    }
    settings = {
        "yaml.schemas": {f"./{SCHEMAS_FOLDER}/{name}.schema.json": paths for name, paths in files.items()},
        "yaml.yamlVersion": "1.2",
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "redhat.telemetry.enabled": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.detectIndentation": False,
            "editor.formatOnSave": False,
            "editor.wordWrap": "on",
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
        },
    }
    extensions = {"recommendations": ["redhat.vscode-yaml"]}
    return {".vscode/settings.json": _json(settings), ".vscode/extensions.json": _json(extensions)}


def _json(value: object) -> str:
    return json.dumps(value, indent=2) + "\n"


def help_editors(course: Path, languages: Sequence[str]) -> tuple[str, ...]:
    """Write the schemas beside the course's folder, and the settings where none stand; the names of new files."""
    root = course.resolve().parent
    files = {root / name: text for name, text in editor_files(course.resolve().name, languages).items()}
    fresh = {path: text for path, text in files.items() if not os.path.lexists(path)}
    for path, text in fresh.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    write_schemas(root / SCHEMAS_FOLDER)
    return tuple(path.relative_to(root).as_posix() for path in fresh)


def modeline(folder: str = "../..") -> str:
    """The first line of a module: it tells every editor that has yaml-language-server what the file is."""
    return f"# yaml-language-server: $schema={folder}/{SCHEMAS_FOLDER}/module.schema.json"
