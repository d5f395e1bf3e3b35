"""An object of a bucket as readers get it: whole or the range that is asked, none of it kept here meanwhile."""

import time
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

from botocore.exceptions import ClientError
from django.http import FileResponse, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date

from core.files.ranges import asks_a_part
from core.s3.answering import status_of

#: Seconds that a signed address serves: nginx has at least half of them to ask for it.
_SIGNED_FOR = 120


def handed_over(client, place, keep):
    """The response that tells nginx (deploy/nginx-s3.conf) to give the object at `place` (dict: Bucket and Key) itself.

    Nobody but nginx reads the signed address. `keep` is the Cache-Control of what it finds, which no error has.
    """
    address = _signed(client, place["Bucket"], place["Key"], time.time() // (_SIGNED_FOR / 2))
    return HttpResponse(headers={"X-Accel-Redirect": "/_s3", "X-S3-Object": address, "X-S3-Keep": keep})


@lru_cache(maxsize=4096)
def _signed(client, bucket, key, moment):
    """The signed path (str) of an object; signing costs as much as all the rest, and a page of pictures comes often."""
    place = {"Bucket": bucket, "Key": key}
    signed = urlsplit(client.generate_presigned_url("get_object", Params=place, ExpiresIn=_SIGNED_FOR))
    return urlunsplit(("", "", signed.path, signed.query, ""))


def given_from(client, place, request):
    """The response (200, 206, 304 or 416) to `request` that gives the object at `place` (dict: Bucket and Key).

    Raises what the `client` (boto3) raises.
    """
    asked = request.headers.get("Range", "")
    if request.method == "HEAD":
        response = _described(client.head_object(**place), HttpResponse())
    else:
        try:
            answer = client.get_object(**place, **({"Range": asked} if asks_a_part(asked) else {}))
        except ClientError as error:
            if status_of(error) != 416:
                raise
            size = client.head_object(**place)["ContentLength"]
            response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
        else:
            response = _described(answer, FileResponse(_Reading(answer["Body"])))
    response["Accept-Ranges"] = "bytes"
    response["X-Content-Type-Options"] = "nosniff"
    modified = response.get("Last-Modified") and parse_http_date(response["Last-Modified"])
    asked_before = get_conditional_response(request, response.get("ETag"), modified, response)
    if asked_before is not response:
        response.close()
    return asked_before


def _described(answer, response):
    """`response` with what the service says of the object, or of its part."""
    response["Content-Length"] = answer["ContentLength"]
    if "ContentRange" in answer:
        response.status_code = 206
        response["Content-Range"] = answer["ContentRange"]
    response["ETag"], response["Last-Modified"] = answer["ETag"], http_date(answer["LastModified"].timestamp())
    return response


class _Reading:
    """What FileResponse reads, and closes."""

    def __init__(self, body):
        self._body = body

    def read(self, size):
        return self._body.read(size)

    def close(self):
        self._body.close()
