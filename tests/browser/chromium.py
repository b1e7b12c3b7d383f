"""Find Chromium for the browser tests; as a command, install it where there is none.

An installed one is used first (`PSYCHOED_CHROMIUM` names another), then the system's package manager is asked.
Where neither works, one command is named and the exit code is 1: the tests are never skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
MANAGERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "apt-get": (("apt-get", "update", "-qq"), ("apt-get", "install", "-y", "-qq", "chromium")),
    "dnf": (("dnf", "install", "-y", "-q", "chromium"),),
    "pacman": (("pacman", "-Sy", "--noconfirm", "chromium"),),
    "apk": (("apk", "add", "chromium"),),
    "zypper": (("zypper", "-n", "install", "chromium"),),
    "brew": (("brew", "install", "--cask", "chromium"),),
}


def find_chromium() -> str | None:
    """The path of an installed Chromium, or None."""
    named = os.environ.get("PSYCHOED_CHROMIUM")
    if named:
        return named
    found = (shutil.which(name) for name in NAMES)
    apps = (app for app in APPS if os.path.exists(app))
    return next((path for path in (*found, *apps) if path), None)


def install_commands() -> tuple[tuple[str, ...], ...]:
    """What would install Chromium here; empty where no known package manager is."""
    manager = next((name for name in MANAGERS if shutil.which(name)), None)
    if manager is None:
        return ()
    as_root = manager != "brew" and hasattr(os, "geteuid") and os.geteuid() != 0
    return tuple((("sudo", "-n", *command) if as_root else command) for command in MANAGERS[manager])


def how_to_install() -> str:
    """The one command a person can run."""
    commands = install_commands()
    words = " ".join(word for word in commands[-1] if word != "-n") if commands else "install Chromium or Google Chrome"
    return f"the browser tests need Chromium. Run: {words}   (or name yours: PSYCHOED_CHROMIUM=/path make test)"


def main() -> int:
    """Make sure that a Chromium is there."""
    if find_chromium():
        return 0
    print("Installing Chromium for the browser tests", flush=True)
    for command in install_commands():
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode:
            break
    if find_chromium():
        return 0
    print(f"error: {how_to_install()}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
