"""What each process of the site does before it answers anybody: whoever was there before may have been killed."""

import logging

from django.db import DatabaseError, connection

from core.files.arrivals import sweep_arrivals
from core.gone_files import erase_due
from core.page_cache.changes import tell
from core.private_collections import settle
from search.models import CatalogueVersion

logger = logging.getLogger(__name__)


def start():
    """Ends what a killed process was receiving, moving or erasing, and tells others what it did not.

    The site starts all the same where the database does not answer.
    """
    sweep_arrivals()
    try:
        settle()
        erase_due()
        CatalogueVersion.change()
        tell()
    except DatabaseError:
        logger.warning("Files to move or to erase are not known: the database does not answer.")
    finally:
        connection.close()
