"""What reading asks of others and leaves in the browser: every kind of page, read to its end."""

from tests.browser.conftest import TELL_VIOLATIONS
from tests.browser.example_pages import PAGES
from tests.browser.visits import visited
from tools.audit.report import Table


def measure(browser, address):
    """Reads each page of the list in a browser of its own (Table)."""
    table = Table(
        "Lire sans être vu·e",
        "Aucune requête à un tiers, aucun cookie, rien d’écrit dans le navigateur, rien que sa politique de contenu "
        "doive refuser.",
        ["pages", "requêtes", "à des tiers", "cookies et autres traces", "refus et erreurs du navigateur"],
    )
    visits, refused = [], []
    for path in PAGES.values():
        context = browser.new_context(base_url=address, locale="fr-FR")
        context.expose_binding("policyViolation", lambda _source, violation: refused.append(violation))
        context.add_init_script(TELL_VIOLATIONS)
        visits.append(visited(context.new_page(), address, path))
        context.close()
    figures = [[visit.requests, len(visit.elsewhere), len(visit.kept), len(visit.said)] for visit in visits]
    requests, elsewhere, kept, said = map(sum, zip(*figures, strict=True))
    table.rows.append([len(visits), requests, elsewhere, kept, said + len(refused)])
    table.faults = [fault for visit in visits for fault in visit.faults] + refused
    return table
