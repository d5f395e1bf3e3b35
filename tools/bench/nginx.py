"""nginx in a folder of its own: what nothing is faster than, and what stands before the site."""

import shutil
import subprocess  # noqa: S404
from contextlib import contextmanager
from urllib.parse import urlsplit

from tools.example import free_port
from tools.waiting import listens, within

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
def started(folder, server, http="", port=None):
    """The address (str) of an nginx in `folder` (Path, it exists), with these lines (str) of configuration.

    `port` (int) is where it listens, by default one that is free.
    """
    port = port or free_port()
    user = "user root;" if folder.owner() == "root" else ""
    text = _WHOLE.format(folder=folder, user=user, http=http, server=server, port=port)
    configuration = folder / "nginx.conf"
    configuration.write_text(text, encoding="utf-8")
    address = f"http://127.0.0.1:{port}"
    command = ["nginx", "-p", str(folder), "-c", str(configuration), "-e", str(folder / "nginx.log")]
    # Ctrl-C is for who started it, who stops it last.
    process = subprocess.Popen(command, start_new_session=True)  # noqa: S603
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
    port = urlsplit(address).port
    within(_SECONDS_TO_START, lambda: process.poll() is not None or listens(port), every=0.05)
    if process.poll() is not None or not listens(port):
        raise RuntimeError(f"nginx did not start: {(folder / 'nginx.log').read_text()}")
