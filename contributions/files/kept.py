"""Tells the trunk, which copies and checks the files of the site, what is in quarantine."""

from contributions.files import quarantine
from core.stored_files import QUARANTINES, Quarantine

QUARANTINES.append(Quarantine(names=quarantine.names, lost=quarantine.lost, sweep=quarantine.sweep))
