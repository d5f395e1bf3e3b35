"""axe-core over a page, in every scheme and width; what it cannot decide was decided by a person, once, here."""

from dataclasses import asdict, dataclass
from pathlib import Path

AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = ("light", "dark")
WIDTHS = (360, 768, 1280)
HEIGHT = 900


@dataclass(frozen=True)
class Reviewed:
    """A doubt of axe-core ("incomplete") that somebody looked at: the rule, what it is about (CSS), why it is fine."""

    rule: str
    selector: str
    reason: str


REVIEWED = [
    Reviewed(
        "color-contrast",
        ".sky :is(.sky-code, h1, h2, p, label, input, button, a)",
        "Le ciel est voilé sous les mots, et test_contrast le mesure ; le formulaire a son propre fond.",
    ),
    Reviewed(
        "color-contrast",
        ".card-summary, .card-facts span",
        "La surface qui fait de toute la carte un lien passe dessus, transparente : encre sur papier, comme ailleurs.",
    ),
]

#: In the dark, only these can answer otherwise than in the light.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]

# What is folded is opened, to be looked at too.
# axe-core does not know that an <svg> clips its shapes, and takes them to be over the text beside it: they are hidden
# from it. It sees the <svg> itself, and what is over that is a doubt.
PREPARE = """
() => {
    document.querySelectorAll("details").forEach(details => { details.open = true; });
    document.querySelectorAll("svg > *").forEach(shape => { shape.style.visibility = "hidden"; });
}
"""

# Elements are compared with selectors in the page: axe's own paths change with the content around.
RUN = """
async ([runOnly, reviewed]) => {
    const result = await axe.run(document, {
        runOnly, elementRef: true, preload: false, resultTypes: ["violations", "incomplete"],
    });
    const told = (rule, node) => `${rule.id} : ${node.target.join(" ")} : `
        + [...node.any, ...node.all, ...node.none].map(check => check.message).join(" ; ");
    const isReviewed = (rule, node) =>
        reviewed.some(({rule: id, selector}) => id === rule.id && node.element?.matches(selector));
    return {
        violations: result.violations.flatMap(rule => rule.nodes.map(node => told(rule, node))),
        doubts: result.incomplete.flatMap(
            rule => rule.nodes.filter(node => !isReviewed(rule, node)).map(node => told(rule, node))),
    };
}
"""


def looked_at(page, address, reviewed=REVIEWED):
    """Opens `address` in `page` (playwright Page), then gives (scheme, width, violations, doubts) of each view.

    `reviewed` (list of Reviewed) are doubts that are none. Violations and other doubts are lists of str, one for each
    element: rule, where, what.
    """
    page.emulate_media(reduced_motion="reduce")
    page.goto(address, wait_until="load")
    # Pictures that come while axe-core looks push the text from under its eyes.
    page.evaluate("document.querySelectorAll('img').forEach(image => { image.loading = 'eager'; })")
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.evaluate(PREPARE)
            rules = TAGS if scheme == "light" else COLOUR_RULES
            found = page.evaluate(RUN, [rules, [asdict(one) for one in reviewed]])
            yield scheme, width, found["violations"], found["doubts"]
