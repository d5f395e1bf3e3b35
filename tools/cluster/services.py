"""What a cluster stands on: PostgreSQL, asked for databases, and a Redis of its own."""

import shutil
import subprocess  # noqa: S404
from contextlib import contextmanager

import environ
import psycopg2

from tools.bench import nginx
from tools.bench.scratch import POSTGRES, say
from tools.bucket import find_rclone
from tools.waiting import listens, within

#: Seconds given to Redis to start.
_PATIENCE = 10


def missing():
    """What a cluster needs and this machine does not have (list of str: sentences in French)."""
    return [sentence for sentence, is_there in _NEEDED.items() if not is_there()]


def postgres_server():
    """The address (str, without a database) of the PostgreSQL that makes our databases, as DATABASE_URL says it.

    Where DATABASE_URL is of another kind, it is the one that the benchmark asks.
    """
    said = environ.Env().str("DATABASE_URL", default="")
    return said.rpartition("/")[0] if said.startswith("postgres") else POSTGRES


def _postgres_answers():
    try:
        _say("SELECT 1")
    except psycopg2.OperationalError:
        return False
    return True


def new_database(name):
    """The address (str) of an empty database called `name` (str), in the place of one that had this name."""
    _say(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    _say(f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8'")
    return address_of(name)


def has_database(name):
    """Whether there is a database called `name` (str) (bool)."""
    return bool(_say(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"))  # noqa: S608 -- a name of ours


def _say(statement):
    return say(statement, address_of("postgres"))


def address_of(name):
    """What DATABASE_URL says (str) for the database `name` (str)."""
    return f"{postgres_server()}/{name}"


@contextmanager
def redis_server(folder, port):
    """A Redis at 127.0.0.1:`port` (int), which keeps nothing on the disk; `folder` (Path, it exists) is its own.

    Raises RuntimeError where it does not start.
    """
    command = ["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--appendonly", "no"]
    with (folder / "redis.log").open("ab") as journal:
        process = subprocess.Popen(  # noqa: S603
            [*command, "--dir", str(folder)], stdout=journal, stderr=journal, start_new_session=True
        )
    try:
        within(_PATIENCE, lambda: process.poll() is not None or listens(port), every=0.05)
        if process.poll() is not None or not listens(port):
            raise RuntimeError(f"Redis did not start: {(folder / 'redis.log').read_text()[-1000:]}")
        yield
    finally:
        process.terminate()
        process.wait()


_NEEDED = {
    "PostgreSQL\u00a0: aucun ne répond pour faire une base. Lancez-le (pg_ctlcluster 15 main start), ou donnez son "
    "adresse\u00a0: DATABASE_URL=postgres://compte:motdepasse@machine:5432/base": _postgres_answers,
    "Redis\u00a0: apt install redis-server": lambda: shutil.which("redis-server") is not None,
    "nginx\u00a0: apt install nginx-light": nginx.is_there,
    "rclone\u00a0: pip install --require-hashes -r requirements-dev.txt": lambda: find_rclone() is not None,
}
