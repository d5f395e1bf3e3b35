"""nginx in a folder of its own: what nothing is faster than, and what stands before the site."""

import shutil
import subprocess  # noqa: S404
import time
from contextlib import contextmanager
from urllib.error import URLError
from urllib.request import urlopen

from tools.example import free_port

_SECONDS_TO_START = 10
_WHOLE = """
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log crit;
daemon off;
{user}
events {{ worker_connections 1024; }}
http {{
    access_log off;
    default_type "text/html; charset=utf-8";
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {http}
    server {{
        listen 127.0.0.1:{port};
        {server}
    }}
}}
"""


def is_there():
    """Whether nginx is on this machine (bool)."""
    return shutil.which("nginx") is not None


@contextmanager
def started(folder, server, http=""):
    """The address (str) of an nginx in `folder` (Path, it exists), with these lines (str) of configuration."""
    port = free_port()
    user = "user root;" if folder.owner() == "root" else ""
    text = _WHOLE.format(folder=folder, user=user, http=http, server=server, port=port)
    configuration = folder / "nginx.conf"
    configuration.write_text(text, encoding="utf-8")
    address = f"http://127.0.0.1:{port}"
    command = ["nginx", "-p", str(folder), "-c", str(configuration), "-e", str(folder / "nginx.log")]
    process = subprocess.Popen(command)  # noqa: S603
    try:
        _wait_for(address, process, folder)
        yield address
    finally:
        process.terminate()
        process.wait()


@contextmanager
def serving(folder, body):
    """The address (str) of a page of these bytes, from the disk, as they are."""
    (folder / "page.html").write_bytes(body)
    with started(folder, f"root {folder}; location / {{ try_files /page.html =404; }}") as address:
        yield f"{address}/"


def _wait_for(address, process, folder):
    until = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        try:
            urlopen(address, timeout=2).close()  # noqa: S310
            return
        except URLError as error:
            if getattr(error, "code", None):
                return
            time.sleep(0.05)
    raise RuntimeError(f"nginx did not start: {(folder / 'nginx.log').read_text()}")
