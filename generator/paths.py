"""Where the generator's own files stand, installed or in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
# A checkout has the templates beside the package, an installed wheel carries them inside it.
TEMPLATES = next(path for path in (PACKAGE / "site_templates", PACKAGE.parent / "site_templates") if path.is_dir())
THEME = TEMPLATES / "layouts" / "site"
LOCALES = TEMPLATES / "locales"
ASSETS = TEMPLATES / "assets"
STYLES = TEMPLATES / "styles"
SCRIPTS = TEMPLATES / "scripts"
# The shipped course: `modules/` and mkdocs.yml, beside the package in a checkout, inside it in a wheel.
SHIPPED = next(
    (path for path in (PACKAGE / "shipped", PACKAGE.parent) if (path / "modules" / "course.yml").is_file()), PACKAGE
)
START = TEMPLATES / "start"
MANUAL = next(path for path in (PACKAGE / "manual_pages", PACKAGE.parent / "docs" / "manual") if path.is_dir())
"""The chapters of the manual that somebody wrote."""
