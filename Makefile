# Every target makes its own .venv from pyproject.toml; nothing needs to be installed by hand.
PYTHON ?= python3
BIN := .venv/bin
GOLD ?= tests/golden
OUT ?= outputs
# folder of news.jsonl and open.jsonl, for `make model` alone
DATA ?= data

.PHONY: run test check score bench model clean

.venv/.installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

run: .venv/.installed
	$(BIN)/tidings run corpus --out $(OUT)

test: check
	$(BIN)/python -m pytest

check: .venv/.installed
	$(BIN)/ruff check pipeline tests
	$(BIN)/ruff format --check pipeline tests
	$(BIN)/mypy

score: .venv/.installed
	$(BIN)/tidings check $(GOLD) --no-floors

bench: .venv/.installed
	$(BIN)/python -m tests.bench

model: .venv/.installed
	OMP_NUM_THREADS=1 $(BIN)/python -m pipeline.models.train $(DATA) pipeline/models/news

clean:
	rm -rf .venv build dist *.egg-info
