"""Settings of Nébuleuses: one file, read from the environment, production-safe by default.

Each variable is described in docs/exploitation.md; tests/test_environment.py holds the two together.
"""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from core.background.tasks import task_backends
from core.caching import surviving
from core.databases import opened_for_many
from core.files.limits import file_limits
from core.files.settings import library_settings
from core.front_cache.settings import front_cache_settings
from core.logs import anonymous_logging
from core.players import peertube_hosts, player_origins
from core.s3.settings import bucket, storages
from members.access.settings import account_settings
from search.backends.address import search_backends

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")


def required(name):
    """The value of a variable that has no safe default; the start stops with one sentence without it."""
    try:
        value = env.str(name)
    except ImproperlyConfigured:
        value = ""
    if not value:
        raise SystemExit(
            f"Nébuleuses ne peut pas démarrer : la variable d’environnement {name} manque "
            "(voir docs/exploitation.md, ou lancez « make run » pour un essai)."
        )
    return value


def optional(name, default):
    """The value (str) of a variable; an empty line of .env means `default`, as an absent one does."""
    return env.str(name, default="") or default


# --- The site ---------------------------------------------------------------------------------

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = required("SECRET_KEY")
SITE_URL = required("SITE_URL").rstrip("/")
_NAME = urlsplit(SITE_URL).hostname or "localhost"
ON_THIS_MACHINE = _NAME in {"127.0.0.1", "localhost"}  # for a trial: neither HTTPS nor a front server
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[]) or [_NAME]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "demo",
    "home",
    "contributions",
    "initiatives",
    "articles",
    "appeals",
    "agenda",
    "resources",
    "search",
    "core",
    "members",
    "wagtail_modeladmin",
    "wagtailmedia",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "members.users_app.MemberUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks_db",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django_filters",
    "csp",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "core.headers.ProtectiveHeadersMiddleware",  # first: errors of all the others pass through it
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.compression.TextGZipMiddleware",  # after whitenoise, which has files compressed beforehand
    "core.page_cache.middleware.KeptAnswersMiddleware",  # before it, answers to kept pages travel as they are
    "core.middleware.MaintenanceMiddleware",
    "core.middleware.DatabaseDownMiddleware",
    "members.middleware.SlugTakenMeanwhileMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "members.access.middleware.AccessMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "site_nebuleuses.urls"
WSGI_APPLICATION = "site_nebuleuses.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "core.context_processors.navigation",
                "site_nebuleuses.accessibility.grid.state",
            ],
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # widgets of the admin without inline scripts are ours

# --- Data -------------------------------------------------------------------------------------

_DATABASE = env.db_url_config(optional("DATABASE_URL", f"sqlite:///{BASE_DIR / 'var' / 'nebuleuses.sqlite3'}"))
DATABASES = {"default": opened_for_many(_DATABASE, in_development=DEBUG)}

CACHES = {"default": surviving(env.cache_url_config(optional("CACHE_URL", "locmemcache://?max_entries=100000")))}

TASKS = task_backends(optional("TASKS", "immediate"))

PAGE_CACHE_BYTES = int(optional("PAGE_CACHE_MEGABYTES", "0" if DEBUG else "64")) * 1024 * 1024

vars().update(front_cache_settings(env))

# --- People -----------------------------------------------------------------------------------

vars().update(account_settings(env))

# --- Language and time ------------------------------------------------------------------------

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français")]
TIME_ZONE = "Europe/Paris"
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["site_nebuleuses.formats"]

# --- Files ------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "core.stylesheet.StylesheetFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(optional("MEDIA_ROOT", str(BASE_DIR / "var" / "media")))
# What strangers send, until it is accepted: never under MEDIA_ROOT, which is served.
QUARANTINE_ROOT = Path(optional("QUARANTINE_ROOT", str(BASE_DIR / "var" / "quarantine")))
# Images, sounds and videos of private collections: never under MEDIA_ROOT either (core.site_storage).
PRIVATE_ROOT = Path(optional("PRIVATE_ROOT", str(BASE_DIR / "var" / "prive")))
FILE_LIMITS = file_limits(env)
# A killed process leaves what it was receiving here, and not in /tmp: it is swept at start (TRAPS 9).
FILE_UPLOAD_TEMP_DIR = QUARANTINE_ROOT / "arrivals"
FILE_UPLOAD_TEMP_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
MAINTENANCE_FILE = Path(optional("MAINTENANCE_FILE", str(BASE_DIR / "var" / "maintenance")))
S3 = bucket(env)  # empty: files are on the disk
STORAGES = storages(S3, in_development=DEBUG)
# A text of a million signs, as the editor posts it with its marks; files are counted elsewhere (FILE_LIMITS).
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = DATA_UPLOAD_MAX_NUMBER_FILES = 10_000  # a long StreamField posts thousands of inputs

# --- Mail -------------------------------------------------------------------------------------

vars().update(env.email_url_config(optional("EMAIL_URL", "consolemail://")))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = optional("DEFAULT_FROM_EMAIL", "Nébuleuses <nebuleuses@localhost>")
EMAIL_TIMEOUT = 10  # seconds: a mail server that hangs must not hang the site

# --- Wagtail ----------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Nébuleuses"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_CONTENT_LANGUAGES = WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_USER_TIME_ZONES = ["Europe/Paris", "Europe/Brussels", "Europe/Zurich", "America/Montreal"]
WAGTAIL_FINISH_WORKFLOW_ACTION = "members.publication.publish_agreed"
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
# The stock admin tells gravatar.com and wagtail.org who works here (TRAPS 12).
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
vars().update(library_settings(FILE_LIMITS))
WAGTAILSEARCH_BACKENDS = search_backends(optional("SEARCH_URL", ""))
# Shared page passwords are stored in plain text (TRAPS 16): privacy is by account or group.
WAGTAIL_PRIVATE_PAGE_OPTIONS = WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILADMIN_RICH_TEXT_EDITORS = {"default": {"WIDGET": "core.rich_text.RichTextArea"}}
WAGTAILEMBEDS_RESPONSIVE_HTML = False
# The stock stack would ask other sites while a page is shown, and print what they answer: core.players replaces it.
WAGTAILEMBEDS_FINDERS = []
PEERTUBE_HOSTS = peertube_hosts(env)
PLAYER_HOSTS = player_origins(PEERTUBE_HOSTS)

# --- Security ---------------------------------------------------------------------------------

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
CSRF_COOKIE_HTTPONLY = False  # Wagtail's editor reads it
CSRF_COOKIE_AGE = None  # it goes with the browser's window: a shared machine does not tell who opened a form
CSRF_FAILURE_VIEW = "site_nebuleuses.views.csrf_failure"
X_FRAME_OPTIONS = "DENY"  # Wagtail lifts it for the editor's own previews, and for them only
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_SSL_REDIRECT = not DEBUG and not ON_THIS_MACHINE
SECURE_REDIRECT_EXEMPT = [r"^sante\.json$"]  # asked over plain HTTP by the machine itself
SECURE_HSTS_SECONDS = 0 if DEBUG else int(optional("HSTS_SECONDS", "31536000"))
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEBUG
if env.bool("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# No client address and no personal data in what we log (DESIGN §6.10).
LOGGING = anonymous_logging("INFO" if DEBUG else "WARNING", whole=DEBUG)
