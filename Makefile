# Les commandes du projet. « make » seul les nomme ; README.md les explique.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
# uv n'appartient pas aux dépendances du site : il ne sert qu'à les verrouiller.
UV_VENV := $(VENV)/uv
LOCK := $(UV_VENV)/bin/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 \
	--custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help run develop serve cluster example test lint format check audit bench bench-pages rush heavy lock licences release clean environment dev-environment python

help: ## nomme ces commandes
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# SITE_URL est donnée ici, et non lue dans .env : PORT= vaut aussi quand .env existe déjà.
run serve develop example: export SITE_URL := http://127.0.0.1:$(PORT)

run: environment ## installe ce qui manque, charge l'exemple et ouvre le site sur http://127.0.0.1:8000 (PORT= pour changer)
	@printf '\n  Le site             %s/\n  L’administration    %s/admin/\n  Mot de passe perdu  $(BIN)/python manage.py changepassword camille\n  Pour arrêter        Ctrl-C\n\n' "$$SITE_URL" "$$SITE_URL"
	@exec $(MANAGE) run_example 127.0.0.1:$(PORT)

develop: example ## comme run, et reprend le code dès qu'il change
	@exec $(MANAGE) runserver 127.0.0.1:$(PORT)

serve: example ## ouvre le même site comme sur un serveur : granian, fichiers compressés, pages gardées (ni HTTPS, ni nginx)
	@DEBUG=false $(MANAGE) collectstatic --no-input --verbosity 0
	@printf '\n  Le site             %s/\n  Pour arrêter        Ctrl-C\n\n' "$$SITE_URL"
	@DEBUG=false exec $(BIN)/python deploy/serve.py 127.0.0.1:$(PORT)

cluster: dev-environment ## ouvre le site d'exemple sur deux nœuds derrière nginx, comme sur plusieurs machines (demande PostgreSQL, Redis et nginx ; ARGS=--new : tout refait)
	@exec $(BIN)/python -m tools.cluster --port $(PORT) $(ARGS)

example: environment ## met la base à jour et charge le site d'exemple, sans ouvrir de serveur
	@$(MANAGE) migrate --check >/dev/null 2>&1 || { echo "Mise à jour de la base…"; $(MANAGE) migrate --verbosity 0; }
	@$(MANAGE) load_demo

test: dev-environment ## lance tous les tests (SQLite, ou la base que nomme DATABASE_URL ; ARGS= pour choisir)
	@$(BIN)/python -m pytest $(ARGS)

lint: dev-environment ## vérifie la forme du code et des gabarits
	$(BIN)/ruff check --no-cache .
	$(BIN)/ruff format --no-cache --check .
	$(BIN)/djlint --quiet --lint templates

format: dev-environment ## met le code Python en forme
	$(BIN)/ruff check --no-cache --fix .
	$(BIN)/ruff format --no-cache .

check: environment ## vérifie les réglages comme en production, et qu'aucune migration ne manque
	@DEBUG=false SECRET_KEY="$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))')" \
		SITE_URL=https://nebuleuses.example.org ALLOWED_HOSTS= BEHIND_PROXY=true HSTS_SECONDS=31536000 \
		EMAIL_URL=smtp://localhost:25 \
		$(MANAGE) check --deploy --fail-level WARNING
	@SECRET_KEY=check SITE_URL=http://127.0.0.1 $(MANAGE) makemigrations --check --dry-run

audit: dev-environment ## mesure le site et écrit docs/audit.md (demande Node, Java et PostgreSQL, et deux heures ; ARGS="axe roles" : ces mesures seules)
	@$(BIN)/python -m tools.audit $(ARGS)

bench: dev-environment ## compare la recherche à celle de Wagtail, mesure l’agenda et écrit docs/bench.md (demande PostgreSQL ; ARGS=--small : en court, --agenda : lui seul)
	@$(BIN)/python -m tools.bench $(ARGS)

bench-pages: dev-environment ## mesure les pages, l’écriture et la machine sur des sites de 1 000 à 100 000 contenus, et écrit docs/bench.md (demande wrk et nginx)
	@$(BIN)/python -m tools.bench.readers $(ARGS)

rush: dev-environment ## vingt personnes envoient en même temps : rien ne se perd, rien ne vient deux fois (demande PostgreSQL)
	@$(BIN)/python -m tools.rush

heavy: dev-environment ## envoie un son de 500 Mo : la mémoire que le site y prend (demande ffmpeg)
	@$(BIN)/python -m tools.heavy

lock: $(UV_VENV)/bin/uv ## écrit les versions exactes et leurs empreintes dans requirements*.txt (UPGRADE=1 : les dernières)
	$(LOCK) requirements.in -o requirements.txt
	$(LOCK) requirements-opensearch.in -o requirements-opensearch.txt
	$(LOCK) requirements-s3.in -o requirements-s3.txt
	$(LOCK) requirements-dev.in -o requirements-dev.txt

licences: dev-environment ## écrit docs/licences.md : ce qui n'est pas de nous, et sous quelle licence
	@$(BIN)/python -m tools.audit.licences

release: dev-environment ## publie une version (VERSION=0.1) : son numéro, et un petit site que toutes les suivantes sauront lire
	@$(BIN)/python -m tools.release $(VERSION)

clean: ## enlève l'environnement virtuel et les caches ; la base, les fichiers et .env restent
	rm -rf $(VENV) .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

environment: python
	@$(PYTHON) tools/prepare.py --port $(PORT)

dev-environment: python
	@$(PYTHON) tools/prepare.py --dev --no-env

python:
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
		echo "Nébuleuses demande Python 3.11 ou plus récent : « $(PYTHON) » est introuvable." >&2; exit 1; }

$(UV_VENV)/bin/uv: | python
	@$(PYTHON) -m venv $(UV_VENV)
	@$(UV_VENV)/bin/pip install --quiet --disable-pip-version-check uv
