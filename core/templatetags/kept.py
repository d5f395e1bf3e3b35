"""What surrounds pages, written once for all readers of a generation (core.page_cache.known)."""

from django import template
from django.template.loader_tags import BlockNode
from wagtail.models import Site

from core.page_cache.known import is_shared, known

register = template.Library()


@register.tag
def kept(parser, token):
    """{% kept "name" value… %}…{% endkept %}: what is inside depends on the site and on these values, and nothing else.

    Each combination of values is kept: they are few. Nothing is kept of a request that shares nothing.
    """
    _tag, *said = token.split_contents()
    inside = parser.parse(("endkept",))
    parser.delete_first_token()
    if inside.get_nodes_by_type(BlockNode):
        raise template.TemplateSyntaxError("what a page writes in a block would be kept for all the others")
    return KeptNode(inside, [parser.compile_filter(one) for one in said])


class KeptNode(template.Node):
    def __init__(self, nodelist, said):
        self.nodelist, self.said = nodelist, said

    def render(self, context):
        request = context.get("request")
        if request is None or not is_shared(request):
            return self.nodelist.render(context)
        site = Site.find_for_request(request)
        name = ("html", site and site.pk, *(one.resolve(context) for one in self.said))
        return known(request, name, lambda: self.nodelist.render(context))
