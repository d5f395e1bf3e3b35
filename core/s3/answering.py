"""What an S3 service answers, or does not, said as a disk says it; one that is silent is left alone for a while."""

import errno
import logging
import time
from contextlib import contextmanager
from types import SimpleNamespace

from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError

from core.disk import StoreAway

logger = logging.getLogger(__name__)

#: Seconds before a service that did not answer is asked again: a page that wants ten pictures does not wait ten times.
REST = 15
_rest = SimpleNamespace(until=float("-inf"))


@contextmanager
def answering(name=""):
    """What is asked within about the file called `name` (str) raises FileNotFoundError, or StoreAway for the rest."""
    if time.monotonic() < _rest.until:
        raise StoreAway(errno.EHOSTDOWN, "Le dépôt des fichiers (S3_ENDPOINT) ne répond pas")
    try:
        yield
    except ClientError as error:
        said = error.response.get("Error", {}).get("Code", "")
        if status_of(error) == 404 and said != "NoSuchBucket":
            raise FileNotFoundError(errno.ENOENT, "No such file in the store", name) from error
        logger.error("The store of files refuses: %s", said)
        raise StoreAway(errno.EACCES, f"Le dépôt des fichiers (S3_BUCKET) refuse : {said}") from error
    except (BotoCoreError, Boto3Error) as error:
        _rest.until = time.monotonic() + REST
        logger.error("The store of files does not answer: %s", type(error).__name__)
        raise StoreAway(errno.EHOSTDOWN, "Le dépôt des fichiers (S3_ENDPOINT) ne répond pas") from error


def status_of(error):
    """The HTTP status (int, 0 where there is none) of a ClientError."""
    return error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0)


def ask_again():
    """Forgets that the service did not answer."""
    _rest.until = float("-inf")
