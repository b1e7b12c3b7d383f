"""How fast the generator is, beside stock Material and Zensical on the same pages, all measured in one run.

    python bench/run.py            10, 100 and 500 modules, all engines (about ten minutes on two cores)
    python bench/run.py --quick    10 and 100 modules

Seconds differ from machine to machine; the ratios are what to quote. Nothing is asserted here.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from course import make_course
from weight import first_visit

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PAGES_A_MODULE = 4


@dataclass(frozen=True)
class Run:
    """One whole command: wall seconds, and the memory of all its processes at once, at most, in megabytes."""

    seconds: float
    megabytes: float


def run(*command: str | Path, cwd: Path) -> Run:
    """Run a command to its end and measure it. Raises if it fails."""
    # Installed programs run from compiled files; some environments forbid to write them, which would slow ours alone.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=cwd,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=True,
        )
        memory = Memory(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        most = memory.most()
        if status:
            output.seek(0)
            raise SystemExit(f"{command} failed:\n{output.read().decode()[-2000:]}")
    return Run(seconds, most or usage.ru_maxrss / 1024)


class Memory(threading.Thread):
    """Watches what the processes of a session take together; where there is no /proc it sees nothing."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self._session, self._most, self._over = session, 0.0, threading.Event()
        self.start()

    def run(self) -> None:
        """Look once a second; each look costs the kernel some hundredths of one."""
        while not self._over.wait(1):
            self._most = max(self._most, sum(self._each()))

    def most(self) -> float:
        """Stop watching; megabytes, pages that processes share counted in parts (PSS)."""
        self._over.set()
        self.join()
        return self._most

    def _each(self) -> Iterator[float]:
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                if int((entry / "stat").read_text().rpartition(")")[2].split()[3]) == self._session:
                    told = (entry / "smaps_rollup").read_text()
                    yield int(re.search(r"^Pss: +(\d+)", told, re.M)[1]) / 1024  # type: ignore[index]
            except (OSError, TypeError, ValueError):
                continue  # It has just ended.


def psychoed(folder: Path, *words: str) -> Run:
    """Build the web part of the course."""
    return run(BIN / "psychoed", "--quiet", *words, "build", "--only", "web", cwd=folder)


def edit_one_module(folder: Path) -> None:
    """Change one sentence in one module."""
    path = folder / "modules" / "en" / "module-003.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^today: (.*)$", r"today: Today, too. \1", text, count=1, flags=re.M), encoding="utf-8")


def edit_while_running(folder: Path) -> float:
    """Seconds for one edit in a process that has built before: what `psychoed serve` takes on each save."""
    from generator import Order, Place, build_course

    place = Place(folder / "modules", folder / "mkdocs.yml", folder / "site")
    order = Order(formats=("web",))
    build_course(place, order)
    edit_one_module(folder)
    return build_course(place, order).seconds


def same_pages_elsewhere(folder: Path) -> None:
    """Write the very page sources that our engine gets, with a stock config beside them."""
    from generator.build import study_course
    from generator.engines.site import write_sources
    from generator.order import Order, Place
    from generator.study import compile_files
    from generator.workers import Workers

    place = Place(folder / "modules", folder / "mkdocs.yml", folder / "pages-site")
    with Workers() as workers:
        language = study_course(place, Order(formats=("web",)), workers)[0][0]
        compiled = compile_files(list(language.sources), language.sources, language.frame, language.build, workers)
    pages = [page for one in compiled.values() for page in one.pages]
    for tree in ("patients", "counselors"):
        docs = folder / "docs" if tree == "patients" else folder / "docs" / "counselors"
        chosen = [page for page in pages if page.tree == tree]
        if tree == "patients":
            write_sources(chosen, docs)
        else:
            write_sources(chosen, folder / "guides")
            shutil.move(folder / "guides", docs)
    (folder / "docs" / "index.md").write_text("# Course\n", encoding="utf-8")
    (folder / "stock.yml").write_text(
        "site_name: Course\ntheme:\n  name: material\nuse_directory_urls: false\nsite_dir: stock\n", encoding="utf-8"
    )


def measure(modules: int, stock: bool) -> float:
    """Print every figure for a course of this size; return our cold seconds."""
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as name:
        folder = Path(name)
        make_course(folder, modules)
        cold = psychoed(folder)
        again = psychoed(folder)
        edit_one_module(folder)
        edit = psychoed(folder)
        running = edit_while_running(folder)
        pages = modules * PAGES_A_MODULE
        print(f"\n{modules} modules, {pages} pages", flush=True)
        print(
            f"  psychoed, web, cold        {cold.seconds:7.2f} s   {1000 * cold.seconds / modules:6.1f} ms a module   {cold.megabytes:5.0f} MB"
        )
        print(f"  psychoed, nothing changed  {again.seconds:7.2f} s")
        print(
            f"  psychoed, one module edited{edit.seconds:7.2f} s, and {running:.2f} s while it runs, as in `serve`",
            flush=True,
        )
        _weigh("psychoed", folder / "site" / "dev" / "en")
        if stock:
            same_pages_elsewhere(folder)
            _compare("stock Material", run(BIN / "mkdocs", "build", "-q", "-f", "stock.yml", cwd=folder), cold)
            _weigh("stock Material", folder / "stock")
            _compare("Zensical", run(BIN / "zensical", "build", "-f", "stock.yml", cwd=folder), cold)
            _weigh("Zensical", folder / "stock")
        return cold.seconds


def _weigh(name: str, site: Path) -> None:
    lesson = first_visit(site / "module-003" / "index.html")
    print(f"  a first visit to a lesson, {name:14} {lesson / 1000:7.1f} kB gzipped", flush=True)


def _compare(name: str, other: Run, ours: Run) -> None:
    print(
        f"  {name:26} {other.seconds:7.2f} s   {other.megabytes:5.0f} MB   {other.seconds / ours.seconds:5.1f} × our cold time",
        flush=True,
    )


def measure_shipped() -> None:
    """The shipped course with every page and sheet."""
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as name:
        folder = Path(name)
        shutil.copytree(ROOT / "modules", folder / "modules")
        shutil.copy(ROOT / "mkdocs.yml", folder)
        words = (BIN / "psychoed", "--quiet", "build")
        cold, again = run(*words, cwd=folder), run(*words, cwd=folder)
        path = folder / "modules" / "en" / "stress.yml"
        path.write_text(
            re.sub(r"^today: (.*)$", r"today: Today, too. \1", path.read_text(encoding="utf-8"), count=1, flags=re.M),
            encoding="utf-8",
        )
        edit = run(*words, cwd=folder)
        sheets = len(list((folder / "site").rglob("*.pdf")))
        print("The shipped course, every page and every sheet")
        print(f"  cold                       {cold.seconds:7.2f} s   {cold.megabytes:5.0f} MB   {sheets} sheets")
        print(f"  nothing changed            {again.seconds:7.2f} s")
        print(f"  one module edited          {edit.seconds:7.2f} s", flush=True)
        shutil.rmtree(folder / ".psychoed")
        shutil.rmtree(folder / "site")
        paper = run(*words, "--only", "print", cwd=folder)
        print(
            f"  sheets alone, cold         {paper.seconds:7.2f} s   {1000 * paper.seconds / sheets:6.1f} ms a sheet",
            flush=True,
        )


def measure_sheets(modules: int, editions: str) -> None:
    """Every printed sheet of a course of this size in these editions, on both papers."""
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as name:
        folder = Path(name)
        make_course(folder, modules)
        course = folder / "modules" / "course.yml"
        text = re.sub(r"^editions:.*\n", "", course.read_text(encoding="utf-8"), flags=re.M)
        course.write_text(f"{text}editions: [{editions}]\n", encoding="utf-8")
        paper = run(BIN / "psychoed", "--quiet", "build", "--only", "print", cwd=folder)
        sheets = len(list((folder / "site").rglob("*.pdf")))
        print(
            f"  {modules} modules, {editions}: {sheets} sheets {paper.seconds:7.2f} s"
            f"   {1000 * paper.seconds / sheets:6.1f} ms a sheet   {paper.megabytes:5.0f} MB",
            flush=True,
        )


def measure_workbook() -> None:
    """The shipped course bound into one file."""
    with tempfile.TemporaryDirectory(prefix="psychoed-bench-") as name:
        shutil.copytree(ROOT / "modules", Path(name) / "modules")
        shutil.copy(ROOT / "mkdocs.yml", name)
        book = run(BIN / "psychoed", "--quiet", "workbook", "--output", "book.pdf", cwd=Path(name))
        print(f"  the shipped course as a workbook {book.seconds:7.2f} s   {book.megabytes:5.0f} MB", flush=True)


def main() -> None:
    """Measure everything and print the growth."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="leave the course of 500 modules out")
    parser.add_argument("--no-stock", action="store_true", help="leave stock Material and Zensical out")
    chosen = parser.parse_args()
    measure_shipped()
    print("\nSheets alone, on both papers, cold")
    measure_sheets(5, "standard, large, copy")
    measure_sheets(100, "standard")
    measure_workbook()
    sizes = (10, 100) if chosen.quick else (10, 100, 500)
    seconds = {modules: measure(modules, not chosen.no_stock) for modules in sizes}
    print(
        "\nGrowth: milliseconds a module, cold: "
        + ", ".join(f"{size}: {1000 * cold / size:.1f}" for size, cold in seconds.items())
    )


if __name__ == "__main__":
    main()
