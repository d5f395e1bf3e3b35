"""Specimen: one component in one state, drawn by the site's own template."""

import re
from dataclasses import dataclass, field

from django.template import loader
from django.template.context import make_context
from django.template.loader_tags import BlockNode
from django.utils.safestring import mark_safe

#: Attributes that hold one id or several.
_NAMES = re.compile(r'(?<=\s)(id|for|list|aria-labelledby|aria-describedby)="([^"]+)"')
_ANCHOR_LINK = re.compile(r'href="#([^"]+)"')
_LANDMARK_LABEL = re.compile(r'(<(?:nav|form|section)\b[^>]*\saria-label="[^"]*)"')


@dataclass(frozen=True)
class Specimen:
    """`template` is drawn with `context` (dict), or only its `block` where it is the template of a whole page.

    `name` says the state that it shows; `setting` is the class of what surrounds the component, `section` its accent;
    a wide one goes from edge to edge.
    """

    name: str
    template: str
    context: dict = field(default_factory=dict)
    block: str = ""
    setting: str = ""
    section: str = ""
    is_wide: bool = False

    def drawn(self, anchor, surroundings, request):
        """What the page's template receives (dict); `anchor` is the id of the specimen's name."""
        html = render(self.template, self.block, surroundings | self.context, request)
        own_html = mark_safe(among_others(html, anchor, self.name))  # noqa: S308 -- it comes from our templates
        return {"specimen": self, "anchor": anchor, "html": own_html}


def render(template_name, block, context, request):
    """The HTML (str) of a template, or of one `block` of a template that fills those of another."""
    template = loader.get_template(template_name)
    if not block:
        return template.render(context, request)
    whole = template.template
    bound = make_context(context, request)
    with bound.render_context.push_state(whole), bound.bind_template(whole):
        nodes = whole.nodelist.get_nodes_by_type(BlockNode)
        return next(node for node in nodes if node.name == block).render(bound)


def among_others(html, anchor, name):
    """`html` (str) made to stand among others on one page.

    Its ids are its own, its landmarks are told from the others by its `name`, its h1 is an h2 that looks the same,
    and a link to a part of the page that it does not show leads to its `anchor`.
    """
    ids = {found.group(2) for found in _NAMES.finditer(html) if found.group(1) == "id"}

    def own(match):
        attribute, names = match.groups()
        names = [f"{each}-{anchor}" for each in names.split()]
        if attribute == "aria-labelledby":
            names.append(anchor)
        return f'{attribute}="{" ".join(names)}"'

    def led_here(match):
        wanted = match.group(1)
        return f'href="#{wanted}-{anchor}"' if wanted in ids else f'href="#{anchor}"'

    html = _NAMES.sub(own, html)
    html = re.sub(r"url\(#([\w-]+)\)", rf"url(#\1-{anchor})", html)
    html = _ANCHOR_LINK.sub(led_here, html)
    html = _LANDMARK_LABEL.sub(rf'\1 ({name})"', html)
    return html.replace("<h1", '<h2 data-level="1"').replace("</h1>", "</h2>")
