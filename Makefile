# One environment in .venv, keyed on the lock files; pip alone is enough, uv is never needed.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench pictures lock vendor migration serve clean

help: ## show the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.venv/.run: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

.venv/.dev: requirements-dev.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@ .venv/.run

setup: .venv/.dev ## make the environment with the tools for checks and tests

run: .venv/.run ## migrate, load the reference and a demo district once, then serve on 127.0.0.1:8000
	$(BIN)/wastetrack up

test: .venv/.dev ## every test: rules, rooms, both databases, real browser
	sh tests/support/programs.sh
	$(BIN)/pytest -n 2 $(ARGS)

check: .venv/.dev ## ruff, mypy, import contracts, templates, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/pytest -n 0 tests/house -p no:randomly

bench: .venv/.dev ## print our figures and their baselines: make bench [ONLY=a,b] [JSON=out.json]
	sh tests/support/programs.sh
	$(BIN)/python -m tests.bench $(if $(ONLY),--only $(ONLY)) $(if $(JSON),--json $(JSON))

pictures: .venv/.dev ## draw the README's pictures of papers again, from a demo district of their own
	sh tests/support/programs.sh
	$(BIN)/python -m tests.support.paper_pictures

lock: ## write the hashed requirements again (needs uv)
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" pyproject.toml -o requirements.lock
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --group dev pyproject.toml -o requirements-dev.lock

vendor: ## copy the pinned browser assets from npm into static/vendor
	npm ci --ignore-scripts --omit=dev
	$(PYTHON) static/vendor/copy.py

clean: ## remove what can be made again; never the data under instance/
	rm -rf .venv node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis
