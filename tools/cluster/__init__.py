"""The site on several machines, on this one: what docs/exploitation.md, « Plusieurs machines », says, running.

    with Cluster(folder, database_url).running() as cluster: …          (make cluster: python -m tools.cluster)

nginx before two nodes, a worker of tasks, PostgreSQL, Redis, a bucket. What two machines would not share, their
memory and their temporary folder, the nodes do not share here either.

part       one process of it, that is started, killed, started again
services   where PostgreSQL, Redis and the bucket are, and what is missing here
"""

import os
import signal
import sys
from contextlib import ExitStack, contextmanager

from tools.bench.front import MACHINES, in_front_of_machines
from tools.bucket import Bucket
from tools.cluster.part import Part
from tools.cluster.services import redis_server
from tools.example import free_port, serving
from tools.outages import Deployment
from tools.outages.people import Visitor
from tools.processes import workers_of
from tools.waiting import listens

#: Processes of a node.
WORKERS = 2
#: Seconds given to a node to answer.
PATIENCE = 60


class Node(Part):
    """A machine that answers, at `address` (str) of its own, which nginx alone asks otherwise."""

    def __init__(self, name, folder, environment):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        command = serving(self.port, WORKERS, "site_nebuleuses.wsgi:application")
        super().__init__(name, folder, command, environment, is_ready=self.answers)

    def answers(self):
        """Whether it gives its front page (bool): whoever is sent to it next does not wait for what it makes once."""
        return listens(self.port) and Visitor(self.address).get("/").status == 200

    @property
    def workers(self):
        """The processes (list of int) that answer."""
        return workers_of(self.pid)

    def kill_worker(self):
        """One of its processes dies; the first of all starts another."""
        os.kill(self.workers[0], signal.SIGKILL)


class Cluster:
    """In `folder` (Path, it exists), on the PostgreSQL database at `database_url` (str); nginx is at `port` (int).

    `example` (Deployment) makes its contents; while it runs, `address` (str) is that of nginx, `nodes` are two Nodes,
    `tasks` the Part that does what is put off. What tools.cluster.services says to be missing must be there.
    """

    def __init__(self, folder, database_url, port=None):
        self.folder = folder
        self.example = Deployment(folder, database_url, port)
        self._redis_port = free_port()
        self._bucket = Bucket(folder / "bucket")
        self.example.environment |= {
            "CACHE_URL": f"rediscache://127.0.0.1:{self._redis_port}/0",
            "MAINTENANCE_FILE": str(folder / "maintenance"),
            "PAGE_CACHE_MEGABYTES": "64",
            "TASKS": "database",
            "FRONT_CACHE_FOLDER": "",
            **self._bucket.variables(),
        }
        self.address = self.example.environment["SITE_URL"]
        self.nodes = [Node(f"node-{number + 1}", folder, self.environment) for number in range(len(MACHINES))]
        command = [sys.executable, "manage.py", "db_worker"]
        self.tasks = Part("tasks", folder, command, self.environment, is_ready=lambda: self.tasks.is_running)

    @property
    def environment(self):
        """What a process of the site has in its environment (dict), on each machine."""
        return self.example.environment

    @property
    def parts(self):
        """What may be killed (list of Part)."""
        return [*self.nodes, self.tasks]

    @contextmanager
    def running(self, prepare=None):
        """The Cluster itself, all of it; `prepare` (function) is called once its database, cache and bucket answer.

        Nothing runs any more afterwards. Raises RuntimeError, with what it wrote, where a part does not start.
        """
        with ExitStack() as running:
            running.enter_context(redis_server(self.folder, self._redis_port))
            self._bucket.start()
            running.callback(self._bucket.stop)
            if prepare:
                prepare()
            running.callback(self._stop)
            for part in self.parts:
                part.start()
            for part in self.parts:
                part.wait(PATIENCE)
            front = self.folder / "nginx"
            front.mkdir(exist_ok=True)
            places = [f"127.0.0.1:{node.port}" for node in self.nodes]
            running.enter_context(in_front_of_machines(places, front, self.example.port))
            yield self

    def _stop(self):
        """All at once, then one after the other: each lets what it was doing end."""
        for part in self.parts:
            part.ask_to_stop()
        for part in self.parts:
            part.stop()
