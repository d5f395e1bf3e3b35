"""What a transaction changes of the catalogue is told once, when it ends."""

from django.db import connection, transaction

from core.page_cache.unseen import nobody_sees
from search.models import CatalogueVersion


class Change:
    """What waits for the end of a transaction: `keys` (set of int) of the contents that changed, or None for any."""

    def __init__(self):
        self.keys = set()

    def __call__(self):
        CatalogueVersion.change(self.keys)

    def add(self, keys):
        self.keys = None if keys is None or self.keys is None else self.keys.union(keys)


def tell_change(keys):
    """Every process knows, once this transaction is over, that contents of these `keys` changed; None for any.

    Of what no reader is shown, the catalogue holds nothing.
    """
    if nobody_sees():
        return
    change = next((waiting[1] for waiting in connection.run_on_commit if isinstance(waiting[1], Change)), None)
    if change:
        change.add(keys)
        return
    change = Change()
    change.add(keys)
    transaction.on_commit(change, robust=True)
