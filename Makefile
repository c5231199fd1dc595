# Everything that a fresh machine with Python 3.11+ and make needs. `make briefing` and `make test` set up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: install briefing test lint eval speed clean

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

clean:
	rm -rf $(VENV) out/*
