# tidings: `make demo` shows what it does, `make test` that it works. All targets use .venv, made from requirements.lock.
BIN   := .venv/bin
READY := .venv/.ready
# Annotated reports that stand beside the project and are not part of it: make gate BENCH=../shared
BENCH ?=
# Raw lists of places, for geodata
RAW   ?=

# The folder of petrarch2's actor dictionaries, for make actors
DICTIONARIES ?=

AXE   := 4.14.1

.PHONY: help demo test check web-test gate bench docs actors geodata model lock
help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-8s %s\n", $$1, $$2 }'

demo: $(READY)  ## read the example reports and write a brief about them
	@mkdir -p out
	$(BIN)/tidings read examples/reports.jsonl --store out/demo.duckdb
	@$(BIN)/tidings brief --store out/demo.duckdb --out out/brief.md
	@$(BIN)/tidings brief --store out/demo.duckdb --out out/brief.html
	@$(BIN)/tidings brief --store out/demo.duckdb --out out/brief.pdf
	@$(BIN)/tidings chart control-map out/control.png --store out/demo.duckdb
	@printf '\n  the brief   out/brief.html, out/brief.pdf and out/brief.md\n  a picture   out/control.png\n  the store   out/demo.duckdb\n  go on with  .venv/bin/tidings claims --store out/demo.duckdb\n'

test: $(READY)  ## run the tests
	$(BIN)/python -m pytest -q -n auto --dist loadfile

check: $(READY)  ## style, types, layers, and docs that say what the code does
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -q tests/docs

web-test: $(READY) out/axe.min.js  ## test the page in a browser: Debian's Chromium, or CHROMIUM=/path/to/it
	@command -v "$(or $(CHROMIUM),chromium)" >/dev/null || { echo "there is no Chromium; install it (apt-get install chromium), or name it: make web-test CHROMIUM=/path" >&2; exit 1; }
	$(BIN)/python -m pip install -qq --disable-pip-version-check --group web
	CHROMIUM="$$(command -v "$(or $(CHROMIUM),chromium)")" $(BIN)/python -m pytest -q tests/browser
	@printf '\n  pictures of the page  out/web/\n'

# axe-core judges the page and is no part of it
out/axe.min.js:
	@mkdir -p out
	cd out && npm pack --silent axe-core@$(AXE) && tar -xzf axe-core-$(AXE).tgz package/axe.min.js && mv package/axe.min.js . && rm -r package axe-core-$(AXE).tgz

gate: $(READY)  ## score claims; fails where a score fell or the gold changed
	$(BIN)/python -m evals.gate $(if $(BENCH),--bench $(BENCH))

bench: $(READY)  ## speed and memory, as ratios; wars whose truth is known
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.linking
	$(BIN)/python -m benchmarks.control
	$(BIN)/python -m benchmarks.serving
	$(BIN)/python -m pip install -qq --disable-pip-version-check --group web
	$(BIN)/python -m benchmarks.page
	$(BIN)/python -m benchmarks.briefs
	$(BIN)/python -m benchmarks.exporting
	$(BIN)/python -m evals.truth

docs: demo  ## write what is generated anew: docs/cli.md, the README's piece of the brief
	@$(BIN)/python -m docs.write_cli
	@$(BIN)/python -m docs.write_readme

geodata: $(READY)  ## build the gazetteer's files from raw lists: make geodata RAW=FOLDER
	@test -n "$(RAW)" || { echo "say where the raw lists are: make geodata RAW=FOLDER (see geodata/README.md)" >&2; exit 1; }
	$(BIN)/python -m pip install -qq --disable-pip-version-check --group geo
	$(BIN)/python -m tidings.gazetteers.building $(RAW)

actors: $(READY)  ## make the actors' dictionaries.csv anew: make actors DICTIONARIES=folder of petrarch2's
	$(BIN)/python -m tools.make_actors $(DICTIONARIES)

model: $(READY)  ## train the model of near rows of the act lexicon anew, from training/reports and half 0 of evals/
	$(BIN)/python -m pip install -qq --disable-pip-version-check --group train
	$(BIN)/python -m tools.train_acts

lock:  ## renew requirements.lock (needs uv)
	uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --custom-compile-command "make lock" --output-file requirements.lock --quiet

$(READY): requirements.lock pyproject.toml
	@for p in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
	  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && exec $$p -m venv .venv; \
	done; echo "tidings needs Python 3.11 or newer; found: $$(python3 --version 2>&1). Install one, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
