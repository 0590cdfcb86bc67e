# What people and CI run. Each target makes what it needs; set-up is done once and
# again only when pyproject.toml changes. Needs Python 3.11 or newer and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
TESTS = $(sort $(patsubst %/,%,$(dir $(wildcard tests/*.py tests/*/*.py))))
LOCALE := matcher/locale
# The last version that runs on node 20.
EDITOR_SERVER := yaml-language-server@1.25.0
AXE := axe-core@4.14.1
PO := $(LOCALE)/zh_CN/LC_MESSAGES/matcher
PO_TW := $(LOCALE)/zh_TW/LC_MESSAGES/matcher

.DEFAULT_GOAL := help
.PHONY: help demo test lint docs catalogue reference clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

# --- set-up -------------------------------------------------------------------

$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed: make PYTHON=python3.12 ...' >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --editable .
	touch $@

$(VENV)/.ready-%: $(VENV)/.ready
	$(PIP) install --group $*
	touch $@

# The tests of editors need the language server; without npm they are skipped.
$(VENV)/.ready-editors: $(VENV)/.ready
	if command -v npm >/dev/null && npm install --silent --no-save --no-audit \
		--no-fund --ignore-scripts --prefix $(VENV)/editors $(EDITOR_SERVER) $(AXE); \
		then touch $@; fi

# --- use ----------------------------------------------------------------------

demo: $(VENV)/.ready  ## solve the Nanjing–Xining year and write its report
	$(BIN)/matcher solve scenarios/nanjing-xining -o out/demo --force

# --- checks -------------------------------------------------------------------

test: $(VENV)/.ready-test $(VENV)/.ready-editors  ## run the tests
	$(BIN)/python -m pytest -q -n 2

lint: $(VENV)/.ready-lint $(VENV)/.ready-test  ## style, types, layers, docstrings, generated files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy -p matcher -p docs
	set -e; for folder in $(TESTS); do \
		MYPYPATH=tests:$$folder $(BIN)/mypy $$folder/*.py; done
	$(BIN)/lint-imports
	$(BIN)/interrogate --quiet matcher tests
	$(BIN)/python -m docs.generate --check
	set -e; for po in $(PO) $(PO_TW); do \
		$(BIN)/pybabel --quiet compile -i $$po.po -o $(VENV)/matcher.mo; \
		cmp $$po.mo $(VENV)/matcher.mo; done

docs: $(VENV)/.ready-docs  ## build the documentation into docs/_build/html
	$(BIN)/sphinx-build -q -n -W --keep-going docs docs/_build/html

# --- generated files ------------------------------------------------------------

catalogue: $(VENV)/.ready-lint $(VENV)/.ready-test  ## collect the texts to translate and compile the catalogue
	$(BIN)/pybabel --quiet extract --keyword mark --no-location --omit-header \
		--no-wrap -o $(VENV)/matcher.pot matcher
	$(BIN)/pybabel --quiet update --domain matcher --locale zh_CN --no-wrap \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date \
		-i $(VENV)/matcher.pot -d $(LOCALE)
	$(BIN)/pybabel --quiet compile -i $(PO).po -o $(PO).mo
	$(BIN)/python -m docs.generate
	$(BIN)/pybabel --quiet compile -i $(PO_TW).po -o $(PO_TW).mo

reference: $(VENV)/.ready-test  ## write the generated pages of the documentation
	$(BIN)/python -m docs.generate

clean:  ## remove everything that is made, the virtual environment included
	rm -rf $(VENV) out dist docs/_build .mypy_cache .ruff_cache .pytest_cache \
		.hypothesis .import_linter_cache
