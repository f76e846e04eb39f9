# make serve   set everything up and receive visitors        make test   run every test there is
# The first run of each installs what it needs; later runs start at once.

PYTHON ?= python3
VENV := .venv
BIN := $(CURDIR)/$(VENV)/bin
export PATH := $(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Options for `yingbin serve`, for example: make serve OPTIONS="--config portal.yaml --listen 0.0.0.0"
OPTIONS ?=
# Options for pytest, for example: make test TESTS="tests/wire -x"
TESTS ?=
# One process of tests a core; up to four, for each takes a gigabyte. Who has done its half takes
# from the other's, so that both end together.
SPREAD := -n auto --maxprocesses 4 --dist worksteal
CHROMIUM := /usr/bin/chromium
NGINX := /usr/sbin/nginx
PROGRAMS := chromium fonts-noto-cjk fontconfig nginx-light openssl

# A folder with the words of laws, for: make verify-domain DOMAIN=folder
DOMAIN ?=

.PHONY: help serve test check format docs bench pack verify-domain install tools own chromium clean

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
	@$(BIN)/python -m pytest $(SPREAD) $(TESTS)

check: tools
	@$(BIN)/python -m pytest tests/test_house.py $(SPREAD) $(TESTS)

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

# Where the environment has the program from; -I, so that this folder itself does not count.
define ORIGIN
import importlib.util, os, sys
found = importlib.util.find_spec("dialog")
home = os.path.realpath(os.path.dirname(os.path.dirname(found.origin))) if found else ""
print("" if home.startswith(os.path.realpath(sys.prefix) + os.sep) else home)
endef
export ORIGIN

# The environment of another checkout must not be taken over: an editable install made from here
# would let that checkout run the code of this one.
own:
	@if [ ! -e $(VENV) ] && [ ! -L $(VENV) ]; then exit 0; fi; \
	home=$$($(BIN)/python -I -c "$$ORIGIN" 2>/dev/null); \
	if [ "$$home" = "$$(pwd -P)" ]; then exit 0; fi; \
	if [ -L $(VENV) ]; then \
	  echo "$(VENV) is a link to $$(readlink $(VENV)), which is not this checkout's environment."; \
	  if [ -n "$$home" ]; then echo "It runs the program of $$home and would be turned over to this one."; fi; \
	  echo "Nothing was changed. Take the link away, which leaves what it points to as it is: rm $(VENV)"; \
	elif [ -n "$$home" ] || [ -e $(VENV)/.installed ]; then \
	  echo "$(VENV) was made for another folder$${home:+, $$home,} and would run what stands there."; \
	  echo "Nothing was changed. Take it away, it is made anew: rm -r $(VENV)"; \
	else exit 0; fi; \
	echo "Then run make again."; exit 1

$(BIN)/python: | own
	@echo "Making $(VENV) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name it: make serve PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "On Debian: sudo apt install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.installed: pyproject.toml | own $(BIN)/python
	@echo "Installing; the first time takes a minute or two …"
	@$(BIN)/pip install --quiet --editable .
	@$(BIN)/yingbin pack ready >/dev/null || echo "The first start will take longer."
	@touch $@

$(VENV)/.tools: pyproject.toml $(VENV)/.installed
	@echo "Installing what the tests need …"
	@$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

node_modules/.installed: package-lock.json $(VENV)/.tools
	@npm ci --no-fund --no-audit --loglevel=error
	@touch $@

chromium:
	@if [ -x $(CHROMIUM) ] && [ -x $(NGINX) ] && command -v openssl >/dev/null \
	  && fc-list :lang=zh 2>/dev/null | grep -q .; then exit 0; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium, Chinese fonts and nginx for the tests …"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y -qq --no-install-recommends $(PROGRAMS) >/dev/null; \
	else echo "The tests need: sudo apt install $(PROGRAMS)"; exit 1; fi

clean:
	rm -rf $(VENV) node_modules var/built build *.egg-info .pytest_cache .ruff_cache .hypothesis
