"""axe-core on every kind of page: the same visit as tests/browser/test_accessibility.py, counted."""

from tests.browser.axe import REVIEWED, SCHEMES, WIDTHS, looked_at
from tests.browser.example_pages import PAGES
from tools.audit.report import Table


def measure(browser, address):
    """Every page of the list, in each scheme and width (Table)."""
    widths = ", ".join(map(str, WIDTHS))
    table = Table(
        "axe-core",
        f"Aucune violation, aucun doute qui n’ait été examiné, sur {len(PAGES)} pages, "
        f"en clair et en sombre, à {widths} pixels.",
        ["vues", "violations", "doutes à examiner", "doutes examinés (règles)"],
    )
    context = browser.new_context(base_url=address, locale="fr-FR", bypass_csp=True)
    page, violations, doubts = context.new_page(), set(), set()
    for path in PAGES.values():
        for scheme, width, found, unsure in looked_at(page, path):
            violations |= {f"{path}, {scheme}, {width} px : {fault}" for fault in found}
            doubts |= {f"{path}, {scheme}, {width} px, doute : {fault}" for fault in unsure}
    context.close()
    table.rows.append([len(PAGES) * len(SCHEMES) * len(WIDTHS), len(violations), len(doubts), len(REVIEWED)])
    table.faults = sorted(violations) + sorted(doubts)
    table.remarks = [f"examiné : {seen.rule} sur `{seen.selector}` : {seen.reason}" for seen in REVIEWED]
    return table
