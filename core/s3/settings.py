"""S3_*: where the files of the site are, when they are not on its disk. Read before Django is set up."""

from importlib.util import find_spec
from urllib.parse import urlsplit

_ON_DISK, _IN_BUCKET = "core.site_storage.SiteStorage", "core.s3.storage.BucketStorage"


def bucket(env):
    """Where the files are (dict for settings.S3; empty: on the disk), from the environment (environ.Env).

    Raises SystemExit, with a sentence, where a part of it is missing or cannot be understood.
    """
    given = {
        "S3_ENDPOINT": env.str("S3_ENDPOINT", default="").rstrip("/"),
        "S3_BUCKET": env.str("S3_BUCKET", default=""),
        "S3_ACCESS_KEY": env.str("S3_ACCESS_KEY", default=""),
        "S3_SECRET_KEY": env.str("S3_SECRET_KEY", default=""),
    }
    if not any(given.values()):
        return {}
    if missing := [name for name, value in given.items() if not value]:
        _stop(f"{' et '.join(missing)} manque avec les autres variables S3_*")
    endpoint, name = urlsplit(given["S3_ENDPOINT"]), given["S3_BUCKET"]
    if endpoint.scheme not in {"http", "https"} or not endpoint.hostname or endpoint.path:
        _stop("S3_ENDPOINT ne se comprend pas, écrivez par exemple https://s3.example.org")
    if endpoint.hostname.startswith(f"{name}."):
        _stop(f"S3_ENDPOINT est l’adresse du service, sans « {name}. » devant")
    if not find_spec("storages") or not find_spec("boto3"):
        _stop("S3_BUCKET demande : pip install --require-hashes -r requirements-s3.txt")
    return {
        "endpoint_url": given["S3_ENDPOINT"],
        "bucket_name": name,
        "access_key": given["S3_ACCESS_KEY"],
        "secret_key": given["S3_SECRET_KEY"],
        "region_name": env.str("S3_REGION", default="") or "us-east-1",
        "through_nginx": env.bool("S3_NGINX", False),
    }


def storages(where, in_development):
    """The setting STORAGES (dict) of a site whose files are `where` (dict) `bucket` says."""
    manifest = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    static = "django.contrib.staticfiles.storage.StaticFilesStorage" if in_development else manifest
    return {"default": {"BACKEND": _IN_BUCKET if where else _ON_DISK}, "staticfiles": {"BACKEND": static}}


def _stop(why):
    raise SystemExit(f"Nébuleuses ne peut pas démarrer : {why} (voir docs/exploitation.md).")
