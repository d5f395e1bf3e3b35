"""A site is copied and given back wherever its files are: from a disk to a bucket, from a bucket to a disk."""

import pytest

from tests.core.backup.contents import differences
from tests.core.backup.sites import site

pytestmark = pytest.mark.xdist_group("backup")


def in_bucket(made, store):
    """`made` (Site) with its files in a new bucket, whose name is given (str)."""
    variables = store.new_bucket()
    made.environment |= variables
    return variables["S3_BUCKET"]


def private_keys(store, bucket):
    return {key for key in store.objects(bucket) if not key.startswith("media/")}


@pytest.fixture(scope="module")
def other(blank, full, store, tmp_path_factory):
    """A site (Site) in a bucket, where something else is written; its bucket (str)."""
    with site(tmp_path_factory.mktemp("other") / "site", "other", like=blank) as made:
        bucket = in_bucket(made, store)
        program = "from home.sections import open_site; open_site('testserver'); make_image('A')"
        done = made.run("-c", f"import django; django.setup(); from tests.factories import make_image; {program}")
        assert done.returncode == 0, done.stderr
        yield made, bucket


def test_from_a_disk_to_a_bucket_and_back_to_a_disk(full, all_of_it, store, tmp_path):
    with site(tmp_path / "there", "there") as there, site(tmp_path / "back", "back") as back:
        bucket = in_bucket(there, store)
        there.managed("restore", full.newest_copy())
        assert differences(all_of_it, there.contents()) == {}
        assert not there.media.exists() and not there.private.exists()
        assert private_keys(store, bucket) and all(key.startswith("prive/") for key in private_keys(store, bucket))
        assert "Tout est là" in there.managed("check_media")

        there.managed("backup", there.copies)
        back.managed("restore", there.copies)
        assert differences(all_of_it, back.contents()) == {}
        assert any(back.media.rglob("*")) and any(back.private.rglob("*"))


def test_a_site_in_a_bucket_is_replaced_when_it_is_named(full, all_of_it, other, store, tmp_path):
    with site(tmp_path / "replaced", "replaced", like=other[0]) as replaced:
        bucket = in_bucket(replaced, store)
        store.client.put_object(Bucket=bucket, Key="media/original_images/ancien.png", Body=b"x")
        refused = replaced.manage("restore", full.newest_copy())
        assert refused.returncode == 1 and "1 fichiers" in refused.stderr
        replaced.managed("restore", full.newest_copy(), "--replace", "testserver")
        assert differences(all_of_it, replaced.contents()) == {}
        assert "media/original_images/ancien.png" not in store.objects(bucket)


def test_killed_before_the_end_it_has_changed_nothing(full, other, store, tmp_path):
    with site(tmp_path / "killed", "killed", like=other[0]) as killed:
        bucket = in_bucket(killed, store)
        store.client.put_object(Bucket=bucket, Key="media/original_images/ancien.png", Body=b"x")
        before, there = killed.contents(), store.objects(bucket)
        killed.killed(
            "core.s3.storage:BucketStorage.put", 3, "restore", str(full.newest_copy()), "--replace=testserver"
        )
        assert "arrêtée avant" in killed.manage("check_media", "--fix").stdout
        assert differences(before, killed.contents()) == {} and store.objects(bucket) == there


@pytest.mark.parametrize(("method", "times"), [("erase", 1), ("share", 3)])
def test_killed_later_the_same_command_ends_it(full, all_of_it, other, store, tmp_path, method, times):
    with site(tmp_path / "killed", "killed", like=other[0]) as killed:
        bucket = in_bucket(killed, store)
        for key in ("media/original_images/ancien.png", "prive/9/media/ancien.mp3"):
            store.client.put_object(Bucket=bucket, Key=key, Body=b"x")
        command = ("restore", str(full.newest_copy()), "--replace=testserver")
        killed.killed(f"core.s3.storage:BucketStorage.{method}", times, *command)
        assert "arrêtée en chemin" in killed.manage("check_media").stderr
        assert "elle est finie" in killed.managed(*command)
        assert differences(all_of_it, killed.contents()) == {}
        assert not [key for key in store.objects(bucket) if "ancien" in key or key.startswith(".restauration")]
