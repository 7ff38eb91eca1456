# The two commands are `make run` and `make test`; README.md has the rest.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test lint format messages screenshots

run: $(VENV)/requirements.stamp
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py collectstatic --no-input --verbosity 0
	@$(BIN)/gunicorn --config reader/server/gunicorn_conf.py --bind 127.0.0.1:$(PORT)

test: $(VENV)/requirements-dev.stamp
	@$(BIN)/python -m tests.run

lint: $(VENV)/requirements-dev.stamp
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@QUANDIAN_DATA="$$(mktemp -d)" $(BIN)/python manage.py check
	@QUANDIAN_DATA="$$(mktemp -d)" $(BIN)/python manage.py makemigrations --check --dry-run

format: $(VENV)/requirements-dev.stamp
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

# Sorted and without dates, so that two people's new texts merge.
messages: $(VENV)/requirements-dev.stamp
	@$(BIN)/python manage.py makemessages --domain django --locale en --no-location --no-obsolete --ignore .venv --ignore tests
	@$(BIN)/python manage.py makemessages --domain djangojs --locale en --no-location --no-obsolete --ignore .venv --ignore tests
	@for file in */locale/en/LC_MESSAGES/*.po; do msgattrib --sort-output --no-obsolete --output-file $$file $$file; \
		sed -i '/^"POT-Creation-Date/d' $$file; done
	@$(BIN)/python manage.py compilemessages --locale en --ignore .venv --verbosity 0

screenshots: $(VENV)/requirements-dev.stamp
	@$(BIN)/python -m tests.browser.screenshots

$(VENV)/requirements.stamp: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("圈点需要 Python 3.11 或更新的版本；请用 make PYTHON=/…/python3.11 指定。" if sys.version_info < (3, 11) else 0)'
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@echo "正在安装依赖……"
	@$(BIN)/pip install --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/requirements-dev.stamp: requirements-dev.txt $(VENV)/requirements.stamp
	@$(BIN)/pip install --disable-pip-version-check -r requirements-dev.txt
	@touch $@
