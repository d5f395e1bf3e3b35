"""The files of the site in a bucket of an S3-compatible service (S3_BUCKET), with the methods of SiteStorage.

Nothing in the bucket is public: readers ask the site, which asks the service. Names of the media are under `media/`
there, those of private collections under `prive/`, as they are called.
"""

import re
import threading
from collections import defaultdict
from contextlib import contextmanager
from functools import cache
from io import SEEK_SET
from pathlib import PurePosixPath
from urllib.parse import quote

from boto3 import Session
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.utils.deconstruct import deconstructible
from storages.backends.s3 import S3Storage

from core.disk import StoreAway
from core.files.arrivals import scratch
from core.files.ranges import mime_of
from core.s3.answering import answering
from core.s3.faults import faults_of
from core.s3.giving import given_from, handed_over
from core.site_storage import PRIVATE, STAGING, collection_of, folder_of, left_behind, name_in, plain

_MEDIA = "media/"
#: A name that is nobody else's already: it ends by what was drawn, or by what it is the digest of.
_DRAWN = re.compile(r"[0-9a-f]{16}\.[^./]+$")
_GIGABYTE = 1024**3
#: Bytes of a file that is read which stay in memory; the rest is in the folder of arrivals, under no name.
_IN_MEMORY = 2 * 1024**2

#: One connection for each thread, whoever makes a storage: Wagtail makes one for each file that it deletes.
_connections = defaultdict(threading.local)
_connecting = threading.Lock()
_session = cache(Session)


@deconstructible
class BucketStorage(S3Storage):
    """What it is set to is in settings.S3: arguments of a storage are written in the database, by tasks that delete."""

    is_elsewhere = True

    def __init__(self):
        super().__init__()
        self._connections = _connections[self.endpoint_url, self.access_key, self.secret_key]

    def get_default_settings(self):
        return (
            super().get_default_settings()
            | {
                "security_token": None,
                "session_profile": None,
                "file_overwrite": False,
                "default_acl": None,
                "max_memory_size": _IN_MEMORY,
                # In one go: a large file that is being sent is whole, or nowhere.
                "transfer_config": TransferConfig(multipart_threshold=5 * _GIGABYTE, use_threads=False),
                "client_config": Config(
                    connect_timeout=6,  # also of each part that is sent
                    read_timeout=20,
                    retries={"mode": "standard", "total_max_attempts": 2},
                    signature_version="s3v4",
                    s3={"addressing_style": "path"},
                    # Of Amazon's own; others refuse what they do not know.
                    request_checksum_calculation="when_required",
                    response_checksum_validation="when_required",
                ),
            }
            | settings.S3
        )

    @property
    def connection(self):
        if getattr(self._connections, "connection", None):
            return self._connections.connection
        with _connecting:  # boto3 reads a megabyte of what S3 is, once for each of its sessions
            return super().connection

    def _create_session(self):
        return _session(self.access_key, self.secret_key)

    @property
    def client(self):
        return self.connection.meta.client

    @property
    def bucket(self):
        """That of this thread: the stock one is shared, which boto3 does not allow."""
        return self.connection.Bucket(self.bucket_name)

    def _normalize_name(self, name):
        """The key (str) of the object that holds the file called `name`."""
        return name if name.split("/")[0] in (PRIVATE, STAGING) else _MEDIA + name

    # --- As of any storage ----------------------------------------------------------------------

    def _open(self, name, mode="rb"):
        with answering(name):
            file = super()._open(name, mode)
            file.file  # noqa: B018 -- fetched now: what fails does so here, as on a disk
        return file

    def _save(self, name, content):
        with answering(name):
            return super()._save(name, content)

    def exists(self, name):
        with answering(name):
            return super().exists(name)

    def size(self, name):
        with answering(name):
            return super().size(name)

    def get_modified_time(self, name):
        with answering(name):
            return super().get_modified_time(name)

    def listdir(self, name):
        with answering(name):
            return super().listdir(name)

    def delete(self, name):
        """Now, or later where the service is away: whoever deletes has done the rest already (`left_behind`)."""
        try:
            self.erase(name)
        except StoreAway:
            left_behind.send(type(self), name=name)

    def url(self, name):
        """The address (str) where the site itself gives it."""
        path = name if collection_of(name) is not None else f"{settings.MEDIA_URL.strip('/')}/{name}"
        return f"/{quote(path)}"

    def get_available_name(self, name, max_length=None):
        """Never one that may be taken meanwhile: the service replaces what has the same name."""
        if not _DRAWN.search(name) or self.exists(name):
            name = name_in(folder_of(collection_of(name)), name)
        if max_length and len(name) > max_length:
            raise SuspiciousFileOperation("There is no room for this name.")
        return name

    # --- As SiteStorage -------------------------------------------------------------------------

    def names(self, folder=""):
        if not folder:
            yield from self._under(_MEDIA)
            folder = PRIVATE
        yield from self._under(f"{self._normalize_name(folder)}/")

    def _under(self, start):
        with answering():
            pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket_name, Prefix=start)
            for page in pages:
                for found in page.get("Contents", ()):
                    if not found["Key"].endswith("/"):
                        yield found["Key"].removeprefix(_MEDIA)

    @contextmanager
    def local(self, name):
        """A copy that goes when one leaves; what a killed process leaves is swept at start (core.files.arrivals)."""
        with scratch(PurePosixPath(name).suffix) as path:
            with answering(name), path.open("wb") as copy:
                self.bucket.Object(self._normalize_name(name)).download_fileobj(copy, Config=self.transfer_config)
            yield path

    def given(self, name, request, keep):
        key = self._normalize_name(plain(name))
        place = {"Bucket": self.bucket_name, "Key": key}
        with answering(name):
            if self.through_nginx and request.method == "GET":
                response = handed_over(self.client, place, keep)
            else:
                response = given_from(self.client, place, request)
                response["Cache-Control"] = keep
        response["Content-Type"] = mime_of(name)
        return response

    def erase(self, name):
        with answering(name):
            super().delete(name)

    def share(self, name, other):
        """By a copy, which the service makes."""
        source = {"Bucket": self.bucket_name, "Key": self._normalize_name(name)}
        with answering(name):
            self.client.copy_object(Bucket=self.bucket_name, Key=self._normalize_name(other), CopySource=source)

    def put(self, name, content):
        """Stores `content` (binary file) under this very name (str), in the place of what has it. Raises StoreAway."""
        content.seek(0, SEEK_SET)
        with answering(name):
            self.client.put_object(Bucket=self.bucket_name, Key=self._normalize_name(name), Body=content)

    def faults(self):
        """What the bucket is set to and should not be (list of sentences in French). Raises StoreAway."""
        name = next(self._under(""), None)
        with answering():
            stranger = self.unsigned_connection.meta.client
            return faults_of(self.client, stranger, self.bucket_name, name and self._normalize_name(name))

    def answers(self):
        """Whether the service answers, and lets this site read and list (bool)."""
        try:
            with answering():
                self.client.list_objects_v2(Bucket=self.bucket_name, MaxKeys=1)
        except OSError:
            return False
        return True
