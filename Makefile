# make demo   set up, code the samples into an embedded store, show what was found
# make test   set up, run the tests
# make check  everything that must hold before a commit
# make fast   build the wheel whose inner loops are compiled to C, into .venv-fast (needs a C compiler, 4 minutes)
# make bench  figures of that wheel against the bench data (DRAGOMAN_BENCH or ../shared/bench)

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
BASE_PYTHON ?= python3
DEMO := demo/dragoman.db
FAST := .venv-fast
COMPILED := build/compiled

.PHONY: demo test check fast bench setup clean

setup: $(STAMP)

# uv where it is there, else venv and pip; both install the package itself with the tools for its tests
$(STAMP): pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
		uv sync --quiet --inexact; \
	else \
		$(BASE_PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed") if sys.version_info < (3, 11) else None' && \
		{ test -x $(BIN)/python || $(BASE_PYTHON) -m venv $(VENV); } && \
		$(BIN)/python -m pip install --quiet --upgrade pip && \
		$(BIN)/python -m pip install --quiet --editable . --group dev; \
	fi
	@touch $(STAMP)

demo: $(STAMP)
	@mkdir -p demo
	@echo "Coding the articles in samples/ into $(DEMO) …"
	@$(BIN)/dragoman ingest samples --db sqlite:///$(DEMO)
	@echo
	@$(BIN)/dragoman events --db sqlite:///$(DEMO)
	@echo
	@echo "Look further:"
	@echo "  $(BIN)/dragoman read samples/en-galwan-clash.html              one article, for a person"
	@echo "  $(BIN)/dragoman read samples/en-galwan-clash.html --explain 1  why the first event came out as it did"
	@echo "  $(BIN)/dragoman read samples/id-natuna.txt --refused           what was seen and not coded"
	@echo "  $(BIN)/dragoman events --db sqlite:///$(DEMO) --actor IDN --format csv"
	@echo "  $(BIN)/dragoman code samples --format plover -o events.jsonl"
	@echo "  $(BIN)/dragoman --help"

test: $(STAMP)
	$(BIN)/python -m pytest -n auto

check: $(STAMP)
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dragoman check
	$(BIN)/python -m pytest -n auto

# compiled from a copy: compiled modules beside the sources would hide every later change of these
fast: $(STAMP)
	@rm -rf $(COMPILED) $(FAST) && mkdir -p $(COMPILED)
	@cp -R pyproject.toml README.md LICENSE src $(COMPILED)
	@$(BASE_PYTHON) -m venv $(FAST)
	HATCH_BUILD_HOOKS_ENABLE=1 $(FAST)/bin/python -m pip wheel --quiet --no-deps --wheel-dir $(COMPILED)/dist $(COMPILED)
	$(FAST)/bin/python -m pip install --quiet $(COMPILED)/dist/*.whl
	$(FAST)/bin/dragoman check

bench: fast
	$(FAST)/bin/dragoman bench --stories
	$(FAST)/bin/python -m dragoman.runner.trials --kills 200 --malformed 10000 --scale 20000

clean:
	rm -rf demo build $(FAST) $(STAMP)
