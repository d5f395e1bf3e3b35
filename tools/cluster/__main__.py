"""The example on two nodes, until Ctrl-C: python -m tools.cluster [--new], or make cluster.

What it makes is kept in var/cluster/ and in the database `nebuleuses_cluster`: the first start takes two minutes, the
next ones some seconds. --new makes all of it again.
"""

import argparse
import shutil
import signal
import sys
import time

from tools.cluster import Cluster
from tools.cluster.services import address_of, has_database, missing, new_database
from tools.example import ROOT
from tools.outages.people import PASSWORD
from tools.waiting import listens

FOLDER = ROOT / "var" / "cluster"
DATABASE = "nebuleuses_cluster"
#: Seconds before what died starts again: RestartSec= of deploy/systemd/nebuleuses.service.
RESTART = 2
_SAID = """
  Le site             {front}/        (nginx, devant les deux nœuds)
  L’administration    {front}/admin/  (alix administre, camille rédige, sacha modère)
  Leur mot de passe   {password}
  Chaque nœud         {nodes}
  Pour en tuer un     {kills}
  Les journaux        {folder}/*.log
  Pour arrêter        Ctrl-C
"""


def main():
    parser = argparse.ArgumentParser(description="Le site sur deux nœuds, derrière nginx, sur cette machine.")
    parser.add_argument("--new", action="store_true", help="refait la base et les fichiers")
    parser.add_argument("--port", type=int, default=8000, help="où nginx écoute")
    options = parser.parse_args()
    if absent := missing():
        sys.exit("\n  ".join(["Il manque de quoi faire tourner le site sur plusieurs machines\u00a0:", *absent]))
    if listens(options.port):
        sys.exit(f"Le port {options.port} est déjà pris\u00a0: make cluster PORT=8010")
    for word in (signal.SIGINT, signal.SIGTERM):
        signal.signal(word, _leave)
    cluster = _made(options.port, is_new=options.new)
    with cluster.running(prepare=lambda: _fill(cluster)):
        say(_told(cluster))
        while True:
            time.sleep(RESTART)
            _start_again(cluster)


def _start_again(cluster):
    """What was killed comes back, as systemd has it come back."""
    for part in cluster.parts:
        if not part.is_running:
            say(f"{part.name} est mort\u00a0: il redémarre.")
            part.start()
            say(_killing(cluster))


def _leave(*_signal):
    """Once is enough: what is being stopped is not to be interrupted."""
    for word in (signal.SIGINT, signal.SIGTERM):
        signal.signal(word, signal.SIG_IGN)
    say("Arrêt…")
    sys.exit()


def _made(port, *, is_new):
    """The Cluster, in its folder; empty if it was asked to be `is_new`, or is not whole."""
    stamp = FOLDER / "made"
    if is_new or not stamp.exists() or not has_database(DATABASE):
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        return Cluster(FOLDER, new_database(DATABASE), port)
    return Cluster(FOLDER, address_of(DATABASE), port)


def _fill(cluster):
    """The tables as the program wants them, its stylesheets, and the example the first time."""
    stamp = FOLDER / "made"
    say("La base et l’exemple…" if stamp.exists() else "La base et l’exemple, la première fois\u00a0: deux minutes…")
    cluster.example.built()
    stamp.touch()
    say("Les feuilles de style…")
    cluster.example.collect()
    say("Les deux nœuds…")


def _told(cluster):
    one, two = cluster.nodes
    return _SAID.format(
        front=cluster.address,
        password=PASSWORD,
        nodes=f"{one.address}/   {two.address}/",
        kills=_killing(cluster),
        folder=FOLDER.relative_to(ROOT),
    )


def _killing(cluster):
    """How each node is killed (str); its number is new each time that it starts."""
    return "   ou   ".join(f"kill -9 -{node.pid}" for node in cluster.nodes)


def say(sentence):
    print(sentence, flush=True)


if __name__ == "__main__":
    main()
