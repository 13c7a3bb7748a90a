# Everything one does with a checkout. `make help` lists the targets.

SHELL := /bin/sh
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PYTHON ?= $(firstword $(foreach each,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	command -v $(each) >/dev/null 2>&1 && $(each) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $(each))))

# Debian packages. PDFs need Pango; without it everything else still works.
PDF_PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core
BROWSER_PACKAGES := chromium fonts-noto-core
POSTGRES_PACKAGES := postgresql
# A clock that can be moved, and a disk that can be made to fail, under the whole app or PostgreSQL.
FAULT_PACKAGES := libfaketime strace

# $(call apt,packages): install them as root or with sudo; fails quietly where neither is possible.
define apt
( if [ "$$(id -u)" = 0 ]; then as=; elif sudo -n true 2>/dev/null; then as="sudo -n"; else exit 1; fi; \
  command -v apt-get >/dev/null || exit 1; \
  echo "Installing $(1)"; \
  $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $(1) </dev/null >/dev/null 2>&1 || \
  { $$as apt-get update -q </dev/null >/dev/null 2>&1; \
    $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $(1) </dev/null >/dev/null; } )
endef

.PHONY: help install run test test-fast test-browser test-faults test-wheel lint types docs bench demo \
	check-books tick lock clean catalogues pdf-libraries chromium postgres fault-tools

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: apt-get install python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
	  rm -rf $(VENV); \
	  if $(call apt,python3-venv); then $(PYTHON) -m venv $(VENV); \
	  elif $(PYTHON) -m pip --version >/dev/null 2>&1; then \
	    $(PYTHON) -m venv --without-pip $(VENV) && \
	    $(PYTHON) -m pip --python $(VENV)/bin/python install -q pip; \
	  else echo "Python's venv module is missing. Install it, then try again: apt-get install python3-venv"; exit 1; fi; }

$(VENV)/.run: requirements.lock | $(BIN)/python
	@echo "Installing what the application needs (the first time this takes a minute)"
	@$(BIN)/python -m pip install -q -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@echo "Installing what its tests and tools need"
	@$(BIN)/python -m pip install -q -r requirements-dev.lock
	@touch $@

catalogues: $(VENV)/.run
	@if [ -d timebank/translations ]; then \
	  $(BIN)/pybabel -q compile -d timebank/translations 2>/dev/null || \
	  $(BIN)/pybabel compile -d timebank/translations; fi

install: $(VENV)/.dev catalogues ## Make .venv with everything that running, testing and changing it needs

pdf-libraries: $(VENV)/.run
	@$(BIN)/python -c 'import weasyprint' >/dev/null 2>&1 || $(call apt,$(PDF_PACKAGES)) || \
	  echo "PDFs are off: Pango is missing. Everything else works. To have them: apt-get install $(PDF_PACKAGES)"

run: $(VENV)/.run catalogues pdf-libraries ## Run it here: http://127.0.0.1:8000, with a demo network at first
	@mkdir -p instance
	@$(BIN)/flask db upgrade
	@$(BIN)/flask demo --if-empty
	@$(BIN)/flask sign-in-help
	@exec $(BIN)/gunicorn --config config/gunicorn.conf.py wsgi:app

chromium:
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit 0; done; \
	$(call apt,$(BROWSER_PACKAGES)) || \
	{ echo "The browser tests need Chromium, which can't be installed from here: apt-get install $(BROWSER_PACKAGES)"; exit 1; }

postgres:
	@[ -n "$$TIMEBANK_TEST_POSTGRES_URL" ] || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
	$(call apt,$(POSTGRES_PACKAGES)) || echo "Debian's PostgreSQL can't be installed: the tests use the one from pip"

fault-tools:
	@{ command -v strace && ls /usr/lib/*/faketime/libfaketimeMT.so.1; } >/dev/null 2>&1 || \
	$(call apt,$(FAULT_PACKAGES)) || echo "Two of the fault tests are skipped without: apt-get install $(FAULT_PACKAGES)"

test: install pdf-libraries chromium postgres fault-tools ## Run every check and every test, on SQLite and on PostgreSQL
	@$(MAKE) --no-print-directory lint types test-fast test-browser test-faults test-wheel
	@echo "Everything passed: lint, types, fast, browser, faults and wheel."

test-fast: install ## Run the tests that need neither browser nor kills (a few minutes)
	$(BIN)/python -m pytest -n $(WORKERS)

test-browser: install chromium ## Walk through every page with Chromium and axe
	$(BIN)/python -m pytest -m browser -n $(WORKERS)

test-faults: install postgres fault-tools ## Kill processes and the database under load, and look at the books
	$(BIN)/python -m pytest -m "faults or load"

test-wheel: install ## Build the wheel, install it elsewhere, migrate, serve, fetch a page
	$(BIN)/python -m pytest -m wheel

lint: install ## Check style, form and what may import what
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: install ## Check types (mypy, strict)
	$(BIN)/mypy

docs: install ## Check that what the documents link to and list is there
	$(BIN)/python -m pytest tests/architecture/test_documents.py -p no:randomly

bench: install postgres ## Measure against the raw databases; writes benchmarks/results.json
	$(BIN)/python -m benchmarks

demo: $(VENV)/.run catalogues ## Add the demo network to the database at hand
	@mkdir -p instance
	@$(BIN)/flask db upgrade
	$(BIN)/flask demo

check-books: $(VENV)/.run ## Prove every rule of the books on the database at hand
	$(BIN)/flask check-books

tick: $(VENV)/.run ## Send what waits to be sent, and do what is due
	$(BIN)/flask tick

COMPILE := $(VENV)/lock-tools/bin/pip-compile --quiet --no-header --strip-extras --annotation-style=line \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options

lock: $(BIN)/python ## Renew the lock files from pyproject.toml
	$(BIN)/python -m venv $(VENV)/lock-tools
	$(VENV)/lock-tools/bin/pip install -q "pip-tools>=7.5,<8"
	$(COMPILE) --upgrade --output-file requirements.lock pyproject.toml
	$(COMPILE) --upgrade --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml

clean: ## Remove what can be made again; the database in instance/ stays
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis test-results htmlcov .coverage*
	find timebank migrations tests -name __pycache__ -type d -prune -exec rm -rf {} +
	find timebank -name '*.mo' -delete
