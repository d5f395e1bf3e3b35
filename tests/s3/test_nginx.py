"""S3_NGINX: the site says who gets a file, nginx fetches it; asked through a real nginx, set as deploy/ says."""

import shutil
import socket
import subprocess
import threading
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.handlers.wsgi import WSGIHandler

from core.s3.settings import storages
from tests.factories import png
from tools.example import free_port

ROOT = Path(__file__).resolve().parents[2]
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
pytestmark = pytest.mark.skipif(NGINX is None, reason="aucun nginx trouvé")

_CONFIGURATION = """
daemon off;
pid {folder}/pid;
error_log {folder}/error.log info;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    upstream nebuleuses_s3 {{ server {service}; }}
    server {{
        listen 127.0.0.1:{port};
        location / {{ proxy_pass http://127.0.0.1:{site}; proxy_set_header Host testserver; }}
{included}
    }}
}}
"""


class Quiet(WSGIRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture
def address(store, bucket, settings, tmp_path):
    """Where nginx listens (str), before a site that hands files over to it."""
    settings.S3 = settings.S3 | {"through_nginx": True}
    settings.STORAGES = storages(settings.S3, in_development=True)
    site = make_server("127.0.0.1", 0, WSGIHandler(), handler_class=Quiet)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    service = urlsplit(store.endpoint).netloc
    included = (ROOT / "deploy" / "nginx-s3.conf").read_text().replace("s3.example.org", service)
    included = included.replace("https://nebuleuses_s3", "http://nebuleuses_s3")
    port, written = free_port(), tmp_path / "nginx.conf"
    folders = {"folder": tmp_path, "service": service, "port": port, "site": site.server_port}
    written.write_text(_CONFIGURATION.format(included=included, **folders))
    process = subprocess.Popen([NGINX, "-c", written, "-p", tmp_path], stderr=subprocess.PIPE)
    for _attempt in range(200):
        with socket.socket() as one:
            if process.poll() is not None or one.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    assert process.poll() is None, process.stderr.read().decode()
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(10)
    site.shutdown()
    site.server_close()


def asked(address, **headers):
    """The status, the headers and the content that nginx gives."""
    try:
        with urlopen(Request(address, headers=headers)) as answer:  # noqa: S310 -- this machine
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()


def test_nginx_gives_the_file_with_what_the_site_says_of_it(address, store, bucket):
    name = default_storage.save("original_images/été 1.png", ContentFile(png()))
    status, headers, content = asked(address + default_storage.url(name), Cookie="sessionid=x", Authorization="x")
    assert (status, content) == (200, png())
    assert headers.get_all("Content-Type") == ["image/png"]
    assert headers["Cache-Control"] == "public, max-age=2592000"
    assert "sandbox" in headers["Content-Security-Policy"] and headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    said = str(headers).lower()
    for hidden in ("x-amz-request-id", "access-control", "x-s3-object", "x-accel", bucket.name, store.access_key):
        assert hidden not in said
    again = asked(address + default_storage.url(name), **{"If-None-Match": headers["ETag"]})
    assert again[0] == 304
    assert "Content-Disposition" not in headers


def test_nginx_gives_a_part_of_it(address, store):
    name = default_storage.save("media/film.mp4", ContentFile(bytes(range(256)) * 10))
    url = address + default_storage.url(name)
    status, headers, content = asked(url, Range="bytes=4-7")
    assert (content, headers["Content-Range"]) == (bytes(range(4, 8)), "bytes 4-7/2560")
    # rclone says 200 of a part.
    assert status == 206 or (status == 200 and store.server)
    assert headers["Content-Type"] == "video/mp4"
    assert asked(url, Range="bytes=99999-")[0] == 416
    with urlopen(Request(url, method="HEAD")) as head:  # noqa: S310 -- this machine
        assert head.headers["Content-Length"] == "2560" and head.read() == b""


def test_what_may_act_is_downloaded(address):
    name = default_storage.save("media/page.html", ContentFile(b"<script>alert(1)</script>"))
    assert asked(address + default_storage.url(name))[1]["Content-Disposition"] == "attachment"


def test_what_is_not_there_says_nothing_of_the_service(address, bucket):
    status, headers, content = asked(f"{address}/media/original_images/nulle-part.png")
    assert status == 404 and bucket.name.encode() not in content and b"<Error>" not in content
    assert "max-age" not in (headers["Cache-Control"] or "")  # it may come


def test_a_service_that_is_away_is_said_to_be(address, stopped):
    name = default_storage.save("original_images/mur.png", ContentFile(png()))
    stopped.stop()
    status, headers, _content = asked(address + default_storage.url(name))
    assert status == 503 and "max-age" not in (headers["Cache-Control"] or "")


def test_nobody_asks_nginx_for_it_without_the_site(address):
    name = default_storage.save("prive/1/media/film.mp4", ContentFile(b"film"))
    assert asked(f"{address}/_s3", **{"X-S3-Object": f"/{name}", "X-Accel-Redirect": "/_s3"})[0] == 404
    assert asked(f"{address}/media/{name}")[2] != b"film"
