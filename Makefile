# `make` alone says what there is. Needed: make, Python 3.11 or newer with its venv module; all else is installed into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo test test-all check catalogs docs bench clean

help:
	@echo "make demo      install into .venv, lint the drafts in seeds/, write build/glossary.html"
	@echo "make test      all checks that need nothing but Python: style, types, layers, tests, the built wheel"
	@echo "make test-all  the same and the tests that need LibreOffice, Chromium or npm"
	@echo "make check     glossary check terms"
	@echo "make catalogs  update the message catalogs from the sources and compile them"
	@echo "make docs      write the pages that are generated: the format, the schemas"
	@echo "make bench     measure, as ratios inside one run; BENCH=--quick for a short one (docs/performance.md)"
	@echo "make clean     remove .venv and everything built"

$(VENV)/python:
	@command -v $(PYTHON) >/dev/null 2>&1 || { echo "$(PYTHON) was not found: install Python 3.11 or newer (Debian: apt install python3 python3-venv)"; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is $$($(PYTHON) --version): Python 3.11 or newer is needed; name one with make PYTHON=python3.12"; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "the venv module is missing: install it (Debian: apt install python3-venv)"; exit 2; }
	@echo "creating $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/python pyproject.toml constraints.txt hatch_build.py $(wildcard glossary/locale/*/LC_MESSAGES/*.po)
	@echo "installing glossary-toolkit"
	@$(PIP) install --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	@echo "installing what the tests need"
	@$(PIP) install --editable '.[dev]'
	@touch $@

demo: $(VENV)/installed
	@mkdir -p build
	@echo "glossary lint seeds"
	@$(BIN)/glossary lint seeds || test $$? -eq 1
	@$(BIN)/glossary print -o build/glossary.html
	@echo "Done: the findings above are what the toolkit says of the drafts in seeds/; the glossary is build/glossary.html."

test: $(VENV)/installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/glossary check terms
	@$(BIN)/python tools/check_wheel.py
	@$(BIN)/pytest --numprocesses=auto --dist=loadfile -m "not slow"
	@echo "LOUDLY SKIPPED: tests that need LibreOffice, Chromium or npm; make test-all runs them."

test-all: test
	@$(BIN)/pytest -m slow

check: $(VENV)/installed
	@$(BIN)/glossary check terms

catalogs: $(VENV)/installed-dev
	@$(BIN)/python tools/catalogs.py update
	@$(BIN)/python tools/catalogs.py compile

docs: $(VENV)/installed-dev
	@$(BIN)/python tools/make_docs.py

bench: $(VENV)/installed-dev
	@$(BIN)/python benchmarks/run.py $(BENCH)

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
