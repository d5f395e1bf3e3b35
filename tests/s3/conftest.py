"""A site whose files are on a real S3 server: rclone's (tools.bucket), or the one that TESTS_S3 names.

TESTS_S3="http://127.0.0.1:8080 key secret" pytest tests/s3
"""

import os
from itertools import count
from types import SimpleNamespace

import boto3
import pytest
from django.conf import settings as site_settings

from core.s3 import answering
from core.s3.settings import storages
from members.groups import MODERATION
from tests.factories import make_member
from tools.bucket import Bucket, find_rclone

NO_SERVER = "aucun serveur S3 trouvé (rclone, que requirements-dev.txt installe)"
_numbers = count(1)


class Store:
    """The server as another program sees it; `stop` and `start` it where it is ours."""

    def __init__(self, endpoint, access_key, secret_key, server=None):
        self.endpoint, self.access_key, self.secret_key, self.server = endpoint, access_key, secret_key, server
        self.client = boto3.client(
            "s3",
            endpoint_url=endpoint,
            aws_access_key_id=access_key,
            aws_secret_access_key=secret_key,
            region_name="us-east-1",
        )

    def new_bucket(self):
        """The variables (dict) of a site that has an empty bucket for itself."""
        name = f"essai-{os.getpid()}-{next(_numbers)}"
        self.client.create_bucket(Bucket=name)
        return {
            "S3_ENDPOINT": self.endpoint,
            "S3_BUCKET": name,
            "S3_ACCESS_KEY": self.access_key,
            "S3_SECRET_KEY": self.secret_key,
        }

    def objects(self, bucket):
        """What is in a bucket (dict: key → bytes)."""
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=bucket)
        keys = [found["Key"] for page in pages for found in page.get("Contents", ())]
        return {key: self.client.get_object(Bucket=bucket, Key=key)["Body"].read() for key in keys}


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    """A Store that answers; the test is skipped where there is none."""
    if named := os.environ.get("TESTS_S3"):
        yield Store(*named.split())
        return
    if not find_rclone():
        pytest.skip(NO_SERVER)
    server = Bucket(tmp_path_factory.mktemp("s3"))
    server.start()
    yield Store(server.endpoint, server.access_key, server.secret_key, server)
    server.stop()


@pytest.fixture
def bucket(store, settings, tmp_path):
    """A site that keeps its files in a bucket of its own; `keys()` and `objects()` say what is there."""
    variables = store.new_bucket()
    settings.QUARANTINE_ROOT = tmp_path / "quarantine"
    settings.FILE_UPLOAD_TEMP_DIR = settings.QUARANTINE_ROOT / "arrivals"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir(parents=True)
    # Nothing may be written there.
    settings.MEDIA_ROOT, settings.PRIVATE_ROOT = tmp_path / "no-media", tmp_path / "no-private"
    settings.S3 = {
        "endpoint_url": variables["S3_ENDPOINT"],
        "bucket_name": variables["S3_BUCKET"],
        "access_key": variables["S3_ACCESS_KEY"],
        "secret_key": variables["S3_SECRET_KEY"],
        "region_name": "us-east-1",
        "through_nginx": False,
    }
    settings.STORAGES = storages(settings.S3, in_development=True)
    answering.ask_again()
    yield SimpleNamespace(
        name=variables["S3_BUCKET"],
        objects=lambda: store.objects(variables["S3_BUCKET"]),
        keys=lambda: set(store.objects(variables["S3_BUCKET"])),
    )
    answering.ask_again()
    assert not site_settings.MEDIA_ROOT.exists() and not site_settings.PRIVATE_ROOT.exists()
    assert list(site_settings.FILE_UPLOAD_TEMP_DIR.iterdir()) == []


@pytest.fixture
def stopped(store, bucket):
    """A function that stops the server, and one that starts it again."""
    if store.server is None:
        pytest.skip("ce serveur S3 n’est pas à nous")

    def stop():
        store.server.stop()

    def start():
        store.server.start()
        answering.ask_again()

    yield SimpleNamespace(stop=stop, start=start)
    if not store.server.is_running:
        start()


@pytest.fixture
def desk(client):
    client.force_login(make_member("ines", MODERATION))
    return client


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)
