"""The site as deploy/install.py puts it on a server, under a folder, and started as its units say."""

import os
import re
import shlex
import shutil
import signal
import socket
import ssl
import subprocess  # noqa: S404
import sys
import sysconfig
import time
from contextlib import contextmanager
from http.client import HTTPSConnection
from pathlib import Path

from core.front_cache.kept_files import AGAIN_AFTER
from tools import prepare
from tools.example import ROOT, free_port
from tools.outages.people import PATIENCE, Visitor
from tools.outages.typist import typist
from tools.waiting import listens

NAME = "nebuleuses.example.org"
#: What is no part of the program, or would be long to copy.
_LEFT = shutil.ignore_patterns(".git", ".venv", "var", ".env", "__pycache__", "node_modules", "docs")
#: /etc/nginx/nginx.conf as Debian writes it, which keeps the address of everybody; in a folder, on ports of its own.
_DEBIAN = """
user www-data;
worker_processes auto;
pid {root}/run/nginx.pid;
error_log {root}/var/log/nginx/error.log;
daemon off;
events {{ worker_connections 768; }}
http {{
    sendfile on;
    tcp_nopush on;
    types_hash_max_size 2048;
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;
    ssl_prefer_server_ciphers on;
    access_log {root}/var/log/nginx/access.log;
    gzip on;
    client_body_temp_path {root}/var/lib/nginx/body;
    proxy_temp_path {root}/var/lib/nginx/proxy;
    fastcgi_temp_path {root}/var/lib/nginx/fastcgi;
    uwsgi_temp_path {root}/var/lib/nginx/uwsgi;
    scgi_temp_path {root}/var/lib/nginx/scgi;
    include {root}/etc/nginx/conf.d/*.conf;
    include {root}/etc/nginx/on-other-ports;
}}
"""


class Installed:
    """What the script makes under `root` (Path), where the program is copied; `said` is what it printed (str)."""

    def __init__(self, root, database=None):
        self.root, self.database = root, database
        self.home = root / "srv/nebuleuses"
        self.program = self.home / "site"
        self.kept_in = root / "var/cache/nebuleuses/pages"
        self.plain, self.secure = free_port(), free_port()
        self.processes = {}

    def copy_program(self):
        """The program, and an environment that has what requirements.txt asks: the one that runs the tests."""
        shutil.copytree(ROOT, self.program, ignore=_LEFT)
        environment = self.program / ".venv"
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
        packages = next(environment.glob("lib/python*/site-packages"))
        (packages / "of_the_tests.pth").write_text(sysconfig.get_path("purelib"))
        (environment / Path(prepare.stamp_of("requirements.txt")).name).touch()

    def install(self, *more):
        """Runs the script (CompletedProcess)."""
        command = [sys.executable, self.program / "deploy/install.py", "--root", self.root, *more]
        return subprocess.run(command, env=_bare(), capture_output=True, text=True, check=False)

    def step(self, name, argument="Installation(NAME, Path(root))"):
        """Runs one function of deploy/install.py (CompletedProcess); `argument` is what it is given (str, Python)."""
        code = f"import sys; from install import *; root = sys.argv[1]; {name}({argument})"
        command = [sys.executable, "-c", code, self.root]
        folder = self.program / "deploy"
        return subprocess.run(command, cwd=folder, env=_bare(), capture_output=True, text=True, check=False)

    def first_install(self):
        self.copy_program()
        done = self.install("--name", NAME, *(["--postgresql", self.database] if self.database else []))
        assert done.returncode == 0, done.stdout + done.stderr
        self.said = done.stdout

    def unit(self, name):
        """What a unit of systemd says (dict: the last value of each name)."""
        text = (self.root / "etc/systemd/system" / name).read_text()
        return dict(re.findall(r"^(\w+)=(.*)$", text, re.MULTILINE))

    def typist(self):
        """Somebody who writes to the site (context manager: tools.outages.typist)."""
        return typist(_bare(), self.program, self.program / ".venv/bin/python")

    # --- What runs

    def start_site(self, **environment):
        """As systemd starts nebuleuses.service."""
        unit = self.unit("nebuleuses.service")
        options = {"cwd": unit["WorkingDirectory"], "umask": int(unit["UMask"], 8), "group": unit["Group"]}
        self._start("site", shlex.split(unit["ExecStart"]), env=_bare() | environment, **options)
        self._wait(lambda: self.visitor().get("/sante.json").text.startswith("{"), "site")
        time.sleep(3 * AGAIN_AFTER)  # each process empties the folder of nginx when it starts, and again

    def start_nginx(self):
        sites = (self.root / "etc/nginx/sites-enabled/nebuleuses").read_text()
        sites = re.sub(r"^ *listen \[::\]:.*\n", "", sites, flags=re.MULTILINE)
        sites = sites.replace("listen 80", f"listen 127.0.0.1:{self.plain}")
        sites = sites.replace("listen 443", f"listen 127.0.0.1:{self.secure}")
        (self.root / "etc/nginx/on-other-ports").write_text(sites)
        (self.root / "etc/nginx/nginx.conf").write_text(_DEBIAN.format(root=self.root))
        (self.root / "var/lib/nginx").mkdir(exist_ok=True)
        configuration, log = self.root / "etc/nginx/nginx.conf", self.root / "var/log/nginx/error.log"
        self._start("nginx", ["nginx", "-p", self.root, "-c", configuration, "-e", log])
        self._wait(lambda: listens(self.secure), "nginx")

    def stop(self, name):
        process = self.processes.pop(name)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=40)
        if name == "site":
            (self.root / "run/nebuleuses/site.sock").unlink(missing_ok=True)  # RuntimeDirectory=

    @contextmanager
    def without_site(self):
        self.stop("site")
        try:
            yield
        finally:
            self.start_site()

    def stop_all(self):
        for name in list(self.processes):
            self.stop(name)

    def journal(self, name):
        """What a process wrote (Path)."""
        return self.root / f"var/log/{name}.journal"

    def _start(self, name, command, **options):
        with self.journal(name).open("ab") as journal:
            self.processes[name] = subprocess.Popen(command, stdout=journal, stderr=journal, **options)

    def _wait(self, holds, name):
        until = time.monotonic() + 60
        while not holds():
            assert time.monotonic() < until and self.processes[name].poll() is None, self.journal(name).read_text()
            time.sleep(0.1)

    # --- What is seen

    def visitor(self):
        """Somebody who comes by HTTPS (Secure)."""
        return Secure(self.secure, self.root / f"etc/ssl/nebuleuses/{NAME}.pem")

    def kept(self):
        """The addresses (sorted list of str) of the pages that nginx keeps, one for each encoding."""
        found = []
        for path in self.kept_in.iterdir():
            found += re.findall(rb"^KEY: https \S+ (\S+)", path.read_bytes(), re.MULTILINE)
        return sorted(address.decode() for address in found)

    def logs(self):
        """All that anything has written (str)."""
        return "\n".join(
            path.read_text(errors="replace") for path in (self.root / "var/log").rglob("*") if path.is_file()
        )


class Secure(Visitor):
    """A Visitor who asks for the site by its name, of the nginx at `port` (int), and trusts a certificate (Path)."""

    def __init__(self, port, certificate):
        super().__init__(f"https://{NAME}")
        self.port, self.trust = port, ssl.create_default_context(cafile=certificate)

    def _connection(self):
        connection = HTTPSConnection(NAME, context=self.trust, timeout=PATIENCE)
        connection.connect = lambda: setattr(connection, "sock", self.connected())
        return connection

    def connected(self):
        """A connection (SSLSocket)."""
        return self.trust.wrap_socket(socket.create_connection(("127.0.0.1", self.port)), server_hostname=NAME)


def _bare():
    """An environment where nothing is said of the site but by its .env."""
    return {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
