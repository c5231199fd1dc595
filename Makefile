# Everything that a fresh machine with Python 3.11+ and make needs. `make briefing` and `make test` set up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: install briefing test lint eval speed fuzz mutants audit browser picture clean

install: $(READY)

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $(READY)

briefing: $(READY)
	$(BIN)/briefing build seeds --profile gaza-ceasefire --out out

test: $(READY)
	$(BIN)/python -m pytest -n 2

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: $(READY)
	$(BIN)/python -m benchmarks.quality

speed: $(READY)
	$(BIN)/python -m benchmarks.speed

# Reads mutated documents for MINUTES and stops at the first that breaks a promise.
MINUTES ?= 30
fuzz: $(READY)
	$(BIN)/python -m benchmarks.fuzz $(MINUTES)

# Breaks MUTANTS lines of the program, one at a time, and tells which of them no test of their package notices.
MUTANTS ?= 300
mutants: $(READY)
	$(PYTHON) -m venv $(VENV)/mutants && $(VENV)/mutants/bin/python -m pip install --quiet --disable-pip-version-check cosmic-ray==8.7.0
	$(VENV)/mutants/bin/python -m benchmarks.mutants $(MUTANTS)

# Known vulnerabilities of the pinned packages (needs the network), and the licences as docs/licences.md has them.
audit: $(READY)
	$(BIN)/python -m benchmarks.licences
	$(PYTHON) -m venv $(VENV)/audit && $(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	$(VENV)/audit/bin/pip-audit --requirement constraints.txt --no-deps --disable-pip

clean:
	rm -rf $(VENV) out/*

# What the tests of the page drive: Debian's Chromium, and playwright-core and axe-core from npm under $(NODE_TOOLS).
# Where one of them cannot be had, it says so and those tests skip.
NODE_TOOLS ?= .node
export NODE_TOOLS

browser:
	@command -v chromium >/dev/null || { apt-get update -qq \
	  && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core fonts-noto-core; } \
	  || echo 'no Chromium: the browser tests will skip'
	@test -d $(NODE_TOOLS)/node_modules/playwright-core || { mkdir -p $(NODE_TOOLS) \
	  && cp tests/browser/package.json $(NODE_TOOLS)/ && npm install --prefix $(NODE_TOOLS) --no-audit --no-fund --silent; } \
	  || echo 'no playwright-core: the browser tests will skip'

picture: briefing browser
	node docs/make_picture.mjs out/latest/briefing.html docs/briefing.png
