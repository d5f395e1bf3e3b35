"""The settings of the tests: the site's own, in an environment that no local .env can change.

DATABASE_URL is taken from outside, so that the same suite runs on SQLite and on PostgreSQL; TASKS, by
tests that start workers, and the bucket of a site that a test makes, too.
"""

import os

os.environ.update(
    DEBUG="true",
    SECRET_KEY="tests-only-" + "x" * 50,
    SITE_URL="http://testserver",
    ALLOWED_HOSTS="testserver,127.0.0.1,localhost",
    BEHIND_PROXY="false",
    CACHE_URL="locmemcache://",
    FRONT_CACHE_FOLDER="",
    FRONT_CACHE_URL="",
    MAINTENANCE_FILE="var/no-maintenance-during-tests",
    EMAIL_URL="memorymail://",
    SECOND_FACTOR_REQUIRED="",
    DEFAULT_FROM_EMAIL="Nébuleuses <nebuleuses@testserver>",
)
os.environ.setdefault("DATABASE_URL", "sqlite:///var/tests.sqlite3")
os.environ.setdefault("TASKS", "immediate")
for name in ("ENDPOINT", "BUCKET", "ACCESS_KEY", "SECRET_KEY", "REGION", "NGINX"):
    os.environ.setdefault(f"S3_{name}", "")

from site_nebuleuses.settings import *  # noqa: E402, F403

# Hundreds of accounts are made: the slow hasher would be most of the duration.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
