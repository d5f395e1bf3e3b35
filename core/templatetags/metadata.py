"""The metadata of a page, in its head."""

from django import template

from core.metadata import Metadata

register = template.Library()


@register.inclusion_tag("components/metadata.html", takes_context=True)
def page_metadata(context):
    """Description, canonical address, Open Graph and JSON-LD; nothing on an error page, nor in a preview."""
    if "frame" not in context or getattr(context["request"], "is_preview", False):
        return {}
    described = context.flatten()
    described["metadata"] = Metadata(described)
    return {"metadata": described["metadata"], "frame": context["frame"]}
