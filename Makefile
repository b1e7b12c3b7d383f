# Two commands: `make site` builds the course, `make test` proves it. Both make their own environment first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check install --quiet --require-hashes

.PHONY: site test serve check usb bench lint lock words clean

site: $(VENV)/site.done  ## Build the whole course into site/
	@$(BIN)/psychoed build
	@$(BIN)/psychoed manual

serve: $(VENV)/site.done  ## Show the course, and build it again on every save
	@$(BIN)/psychoed serve

check: $(VENV)/site.done  ## Find every problem, measure how plain the text reads
	@$(BIN)/psychoed check

usb: site  ## The whole course as one zip file, for a USB stick
	@$(BIN)/psychoed usb

test: $(VENV)/test.done  ## Everything that must hold
	@$(BIN)/python tests/browser/chromium.py
	$(BIN)/ruff check generator tests bench docs
	$(BIN)/ruff format --check generator tests bench docs
	$(BIN)/mypy
	$(BIN)/pytest -q -n 2

bench: $(VENV)/bench.done  ## How fast, beside stock Material and Zensical, all in one run
	@$(BIN)/python bench/run.py

lint: $(VENV)/test.done
	$(BIN)/ruff check generator tests bench docs
	$(BIN)/ruff format generator tests bench docs
	$(BIN)/mypy

$(VENV)/python.done:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another one: make PYTHON=python3.12 site")'
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make an environment. On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/site.done: $(VENV)/python.done requirements/site.txt pyproject.toml
	@echo "Installing what the course needs (once, about half a minute)"
	@$(PIP) -r requirements/site.txt
	@$(BIN)/pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q generator
	@$(BIN)/psychoed --quiet schema --folder schemas
	@touch $@

$(VENV)/test.done: $(VENV)/site.done requirements/test.txt
	@echo "Installing what the tests need (once)"
	@$(PIP) -r requirements/test.txt
	@touch $@

$(VENV)/bench.done: $(VENV)/site.done requirements/bench.txt
	@$(PIP) -r requirements/bench.txt
	@touch $@

words: $(VENV)/site.done  ## Bring the translations of the interface in line with its English
	@$(BIN)/python -m generator.language.update site_templates/locales/*.po

lock:  ## Resolve the dependencies anew (needs pip-tools)
	pip-compile -q --upgrade --no-emit-index-url --no-emit-find-links --generate-hashes --allow-unsafe --strip-extras --build-deps-for wheel -o requirements/site.txt pyproject.toml
	pip-compile -q --upgrade --no-emit-index-url --no-emit-find-links --generate-hashes --allow-unsafe --strip-extras --build-deps-for wheel --extra test -o requirements/test.txt pyproject.toml
	pip-compile -q --upgrade --no-emit-index-url --no-emit-find-links --generate-hashes --allow-unsafe --strip-extras --build-deps-for wheel --extra bench -o requirements/bench.txt pyproject.toml

clean:  ## Delete what can be made again; site/ stays
	rm -rf $(VENV) .psychoed .pytest_cache .mypy_cache .ruff_cache
