"""What is filled wrongly stops the start with a sentence that says which variable."""

import environ
import pytest
from django.core.checks import run_checks

from core.s3.settings import bucket, storages

GOOD = {
    "S3_ENDPOINT": "https://s3.example.org/",
    "S3_BUCKET": "nebuleuses",
    "S3_ACCESS_KEY": "GK31",
    "S3_SECRET_KEY": "a/b+c=%d",
}


def read(**variables):
    env = environ.Env()
    env.ENVIRON = variables
    return bucket(env)


def test_files_are_on_the_disk_unless_a_bucket_is_named():
    for nothing in ({}, dict.fromkeys(GOOD, ""), {"S3_REGION": "gra", "S3_NGINX": "false"}):
        assert read(**nothing) == {}
    assert storages({}, in_development=True)["default"] == {"BACKEND": "core.site_storage.SiteStorage"}


def test_a_key_is_taken_as_the_service_gives_it():
    where = read(**GOOD)
    assert (where["endpoint_url"], where["secret_key"]) == ("https://s3.example.org", "a/b+c=%d")
    assert (where["region_name"], where["through_nginx"]) == ("us-east-1", False)
    # Neither in the setting that says which storage, which is shown, nor in what tasks write down.
    assert storages(where, in_development=False)["default"] == {"BACKEND": "core.s3.storage.BucketStorage"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        *(({name: ""}, f"{name} manque") for name in GOOD),
        ({"S3_ENDPOINT": "s3.example.org"}, "S3_ENDPOINT ne se comprend pas"),
        ({"S3_ENDPOINT": "https://s3.example.org/nebuleuses"}, "S3_ENDPOINT ne se comprend pas"),
        ({"S3_ENDPOINT": "https://nebuleuses.s3.example.org"}, "sans « nebuleuses. » devant"),
    ],
)
def test_what_is_missing_or_wrong_is_named(wrong, said):
    with pytest.raises(SystemExit) as stopped:
        read(**GOOD | wrong)
    assert said in str(stopped.value) and str(stopped.value).startswith("Nébuleuses ne peut pas démarrer")
    assert "a/b+c" not in str(stopped.value)


def test_without_its_library_it_is_said(monkeypatch):
    monkeypatch.setattr("core.s3.settings.find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="requirements-s3.txt"):
        read(**GOOD)


@pytest.mark.parametrize(
    ("endpoint", "is_said"),
    [("http://s3.example.org", True), ("https://s3.example.org", False), ("http://127.0.0.1:9000", False)],
)
def test_files_that_travel_in_clear_are_said_to(settings, endpoint, is_said):
    settings.S3 = {"endpoint_url": endpoint}
    found = {one.id for one in run_checks(include_deployment_checks=True)}
    assert ("nebuleuses.W002" in found) is is_said
