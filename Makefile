# make serve   set everything up and receive visitors        make test   run every test there is
# The first run of each installs what it needs; later runs start at once.

PYTHON ?= python3
VENV := .venv
BIN := $(CURDIR)/$(VENV)/bin
export PATH := $(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Options for `yingbin serve`, for example: make serve OPTIONS="--listen 0.0.0.0"
OPTIONS ?=
# Options for pytest, for example: make test TESTS="tests/wire -x"
TESTS ?=
CHROMIUM := /usr/bin/chromium

# A folder with the words of laws, for: make verify-domain DOMAIN=folder
DOMAIN ?=

.PHONY: help serve test check format docs bench pack verify-domain install tools chromium clean

help:
	@echo "make serve    install what is missing and open the doors (Ctrl-C stops)"
	@echo "make test     install what the tests need and run all of them"
	@echo "make check    the quick half of the tests: lint, types, layers, pages, the pack"
	@echo "make format   lay out the code"
	@echo "make docs     write the generated pages"
	@echo "make bench    measure speed, memory and judgement on a quiet machine (20 minutes)"
	@echo "make pack     prepare search by meaning ahead, instead of behind the first visitors"
	@echo "make verify-domain DOMAIN=folder   compare the pack with the words of laws in a folder"
	@echo "make clean    remove what was installed and built; var/ with its data stays"

serve: $(VENV)/.installed
	@exec $(BIN)/yingbin serve $(OPTIONS)

test: tools chromium
	@echo "Running the tests …"
	@$(BIN)/python -m pytest $(TESTS)

check: tools
	@$(BIN)/python -m pytest tests/test_house.py $(TESTS)

format: tools
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format --quiet .
	@npm run --silent format

docs: $(VENV)/.installed
	@$(BIN)/yingbin docs

bench: tools pack
	@$(BIN)/python bench/latency.py --page docs/benchmarks.md
	@$(BIN)/python bench/load.py --page docs/benchmarks.md
	@$(BIN)/python bench/load.py --door conversation --page docs/benchmarks.md
	@$(BIN)/python bench/connections.py --page docs/benchmarks.md
	@$(BIN)/python bench/publish.py --page docs/benchmarks.md
	@$(BIN)/python bench/small_models.py --page docs/small-models.md
	@$(BIN)/python bench/search.py --page docs/search-quality.md
	@$(BIN)/python bench/plain.py
	@$(BIN)/python bench/visitors.py
	@$(BIN)/python bench/own_data.py --page docs/own-data.md
	@$(BIN)/python bench/search_large.py --page docs/own-data.md

pack: $(VENV)/.installed
	@$(BIN)/yingbin pack build

verify-domain: $(VENV)/.installed
	@[ -d "$(DOMAIN)" ] || { echo "Name the folder: make verify-domain DOMAIN=folder"; exit 2; }
	@$(BIN)/yingbin law verify "$(DOMAIN)"

install: $(VENV)/.installed

tools: $(VENV)/.tools node_modules/.installed

$(BIN)/python:
	@echo "Making $(VENV) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name it: make serve PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "On Debian: sudo apt install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing; the first time takes a minute or two …"
	@$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/.tools: pyproject.toml $(VENV)/.installed
	@echo "Installing what the tests need …"
	@$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

node_modules/.installed: package-lock.json $(VENV)/.tools
	@npm ci --no-fund --no-audit --loglevel=error
	@touch $@

chromium:
	@if [ -x $(CHROMIUM) ] && fc-list :lang=zh 2>/dev/null | grep -q .; then exit 0; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium and Chinese fonts for the tests …"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig >/dev/null; \
	else echo "The tests need: sudo apt install chromium fonts-noto-cjk fontconfig"; exit 1; fi

clean:
	rm -rf $(VENV) node_modules var/built build *.egg-info .pytest_cache .ruff_cache .hypothesis
