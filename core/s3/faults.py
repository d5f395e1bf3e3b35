"""What a bucket is set to that breaks a promise of the site: read by anybody, or keeping what is erased."""

from botocore.exceptions import BotoCoreError, ClientError


def faults_of(client, stranger, bucket, name):
    """What is wrong (sentences in French) with `bucket` (str), for its owner (`client`, boto3) and for a `stranger`.

    `name` is the key (str) of something in it, or None. Raises what the `client` raises.
    """
    found = []
    asked = [lambda: stranger.list_objects_v2(Bucket=bucket, MaxKeys=1)]
    asked += [lambda: stranger.get_object(Bucket=bucket, Key=name)["Body"].close()] if name else []
    if any(_is_done(one) for one in asked):
        found.append("N’importe qui peut lire le compartiment S3, fichiers privés compris\u00a0: fermez-le.")
    try:
        versions = client.get_bucket_versioning(Bucket=bucket).get("Status")
    except ClientError:  # a service that knows of no versions
        versions = None
    if versions == "Enabled":
        found.append("Le compartiment S3 garde les anciennes versions\u00a0: ce que le site efface y reste.")
    return found


def _is_done(ask):
    try:
        ask()
    except (ClientError, BotoCoreError):
        return False
    return True
