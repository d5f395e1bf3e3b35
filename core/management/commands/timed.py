"""What timers call: a command that is done once on the site, however many machines have the same timers."""

from argparse import REMAINDER

from django.core.management import call_command
from django.core.management.base import BaseCommand

from core.background.timed import APART, Outcome, do_once

_SAID = {
    Outcome.BUSY: "{}\u00a0: une autre machine s’en occupe en ce moment.",
    Outcome.EARLY: "{}\u00a0: déjà fait, par cette machine ou par une autre.",
}


class Command(BaseCommand):
    help = (
        "Lance une commande de celles qui tournent à heure fixe, sauf si une autre machine s’en occupe, ou vient de le "
        "faire. C’est ce que les minuteurs appellent."
    )

    def add_arguments(self, parser):
        parser.add_argument("job", choices=APART, metavar="COMMANDE", help=", ".join(APART))
        parser.add_argument("arguments", nargs=REMAINDER, metavar="ARGUMENTS", help="Ceux de la commande.")

    def handle(self, *, job, arguments, verbosity, **options):
        streams = {"stdout": self.stdout, "stderr": self.stderr}
        outcome = do_once(job, lambda: call_command(job, *arguments, verbosity=verbosity, **streams))
        if verbosity and outcome in _SAID:
            self.stdout.write(_SAID[outcome].format(job))
