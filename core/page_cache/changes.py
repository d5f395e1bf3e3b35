"""Whatever is written to the database changes the generation of the site, unless readers never see it.

Statements are looked at, not signals: a page moved, files moved together, an import in bulk, are told to no signal.
"""

import logging
import re
from functools import lru_cache

from django.db import DatabaseError, transaction
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate
from django.dispatch import receiver

from core.front_cache.kept_files import forget_kept_files
from core.models import Generation
from core.page_cache.unseen import nobody_sees

logger = logging.getLogger(__name__)

#: What no page shows: tables, by how their names begin. What is not named here concerns readers.
QUIET = (
    "auth_",
    "contributions_",
    "core_filetoerase",
    "core_generation",
    "core_timedjob",
    "django_",
    "members_",
    "otp_",
    "search_missedsearch",
    "taggit_",
    "wagtailadmin_",
    "wagtailcore_comment",
    "wagtailcore_modellogentry",
    "wagtailcore_pagelogentry",
    "wagtailcore_pagesubscription",
    "wagtailcore_referenceindex",
    "wagtailcore_revision",
    "wagtailcore_task",
    "wagtailcore_uploadedfile",
    "wagtailcore_workflow",
    "wagtailusers_",
)
#: Tables to which a reader may add what is missing: what is shown is the same before and after.
QUIET_INSERTS = {"core_siterendition", "core_hostedrecording"}
#: Columns that a draft changes, of a page that readers see as it was.
QUIET_COLUMNS = {
    "wagtailcore_page": {
        "draft_title",
        "expire_at",
        "go_live_at",
        "has_unpublished_changes",
        "latest_revision_created_at",
        "latest_revision_id",
        "locked",
        "locked_at",
        "locked_by_id",
    },
}

_WRITES = re.compile(
    r'\b(INSERT INTO|INSERT OR \w+ INTO|UPDATE(?!\s+SET\b)|DELETE FROM|TRUNCATE|DROP TABLE)\s+"?(\w+)"?', re.IGNORECASE
)
_SET = re.compile(r"\bSET (.*?)(?: WHERE |$)", re.IGNORECASE | re.DOTALL)
_COLUMN = re.compile(r'(\w+)"?\s*=')
#: Beginnings of statements that write nothing.
_HARMLESS = ("SELECT", "SAVEPO", "RELEAS", "ROLLBA", "PRAGMA", "EXPLAI", "SET CO")
#: Characters of a statement that is remembered: those that write many rows are all different.
LONGEST_REMEMBERED = 3000

#: While tables are made, nobody reads: their end is told.
_is_migrating = False
#: Whether this process could not say that something changed: the next to look at the generation says it.
owed = False


@receiver(connection_created)
def look_at_statements(sender, connection, **kwargs):
    if note not in connection.execute_wrappers:
        connection.execute_wrappers.append(note)


@receiver(pre_migrate)
def begin_migrating(**kwargs):
    global _is_migrating  # noqa: PLW0603 -- one for the process
    _is_migrating = True


@receiver(post_migrate)
def end_migrating(sender, **kwargs):
    global _is_migrating  # noqa: PLW0603 -- as above
    if sender.name == Generation._meta.app_label:
        _is_migrating = False
        tell()


def note(execute, sql, params, many, context):
    """Runs a statement; once what it writes is committed, the generation changes, if readers are concerned."""
    result = execute(sql, params, many, context)
    if not _is_migrating and not nobody_sees() and not sql.startswith(_HARMLESS) and concerns_readers(sql):
        connection = context["connection"]
        # Once for all that a transaction changes.
        if not any(waiting[1] is tell for waiting in connection.run_on_commit):
            transaction.on_commit(tell, using=connection.alias)
    return result


def concerns_readers(sql):
    """Whether a statement (str), as Django writes them, may change what a page shows to readers (bool)."""
    return _read_once(sql) if len(sql) <= LONGEST_REMEMBERED else _read_once.__wrapped__(sql)


@lru_cache(maxsize=1000)
def _read_once(sql):
    return any(_is_seen(sql, *written) for written in _WRITES.findall(sql))


def _is_seen(sql, gesture, table):
    if table.startswith(QUIET):
        return False
    if gesture.upper().startswith("INSERT"):
        return table not in QUIET_INSERTS
    if gesture.upper() == "UPDATE" and table in QUIET_COLUMNS:
        assigned = _SET.search(sql)
        return not assigned or not set(_COLUMN.findall(assigned[1])) <= QUIET_COLUMNS[table]
    return True


def tell():
    """Changes the generation; a database that is away or busy has it told by whoever looks next in this process.

    nginx, on this machine, forgets what it kept of the former one.
    """
    global owed  # noqa: PLW0603 -- one for the process
    try:
        Generation.change()
        owed = False
    except DatabaseError as error:
        owed = True
        logger.warning("The generation of the site could not be changed (%s)", type(error).__name__)
    forget_kept_files()
