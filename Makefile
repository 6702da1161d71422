# One command per verb. `make help` lists them; what each does stands in scripts/, one idea per script.
# PORTAL_DATA_DIR (default var/) says where databases, keys and files live; HOST and PORT where `make run` listens.
.DEFAULT_GOAL := help
.PHONY: help setup run test test-fast lint format types contracts check lock messages compile bench bench-linkage bench-office audit \
	spark-check clean

help: ## List the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install what the portal needs: .venv, Debian and npm packages, compiled catalogues and comparisons
	@scripts/setup

run: setup ## Start the portal with its demonstration world at HOST:PORT (127.0.0.1:8000)
	@scripts/run

test: ## Run every test: on SQLite, on PostgreSQL, in a real browser
	@scripts/setup test
	@scripts/run-tests

test-fast: setup ## Run the tests on SQLite only, without a browser
	@.venv/bin/python -m pytest -q -m "not browser"

lint: setup ## Check style and formatting
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@scripts/check-shell

format: setup ## Put the code into the shape that `make lint` asks for
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

types: setup ## Check types
	@.venv/bin/mypy

contracts: setup ## Check that imports point down the floors only
	@.venv/bin/lint-imports

check: setup ## Check migrations, catalogues and production settings
	@scripts/check-project

lock: setup ## Compile requirements*.in and package.json into pinned files with hashes
	@scripts/lock

messages: setup ## Collect the sentences to translate into locale/
	@scripts/messages

compile: setup ## Compile the catalogues of locale/
	@scripts/compile-catalogues

bench: ## Measure speed: submits, papers, pages on a slow line; writes tables to test-results/
	@scripts/setup test
	@scripts/bench

bench-linkage: setup ## Measure linkage beside its peers (ARGS="--quick", "--large", "--pairs FILE"); test-results/linkage.md
	@scripts/bench-linkage $(ARGS)

bench-office: setup ## Measure search and the screens of the office with 100,000 records (minutes; ARGS="--keep FOLDER", "--postgres")
	@scripts/bench-office $(ARGS)

audit: ## Measure pages as a slow telephone meets them (Lighthouse); writes test-results/audit.md
	@scripts/setup test
	@scripts/npm-packages audit
	@.venv/bin/python scripts/audit

spark-check: ## Link an invented registry on Spark and compare with DuckDB and numpy (installs PySpark apart)
	@scripts/debian-packages spark
	@scripts/python-packages
	@scripts/spark-packages
	@.spark-venv/bin/python scripts/spark-check

clean: ## Remove what can be made again: .venv, .spark-venv, node_modules, caches (never the data in PORTAL_DATA_DIR)
	@scripts/clean
