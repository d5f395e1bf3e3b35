"""JSON-LD in the words of schema.org: only what is known, and nothing that a reader of the page does not see."""

import json

from django.utils import timezone
from django.utils.safestring import mark_safe

#: What could end the <script> or start a comment in it, as JSON may also write it.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def node(kind, **facts):
    """A node of type `kind` (str) with those of `facts` that are known (dict): nothing is said of the others."""
    return {"@type": kind} | {name: fact for name, fact in facts.items() if fact not in (None, "", [], {})}


def thing(kind, content, context, **facts):
    """The node of what the page of a ContentPage is about; `context` is that of its template."""
    metadata = context["metadata"]
    return node(
        kind,
        name=content.title,
        description=content.summary,
        image=metadata.image,
        mainEntityOfPage=metadata.canonical,
        **facts,
    )


def work(kind, content, context, **facts):
    """The node of a text that the site publishes: as `thing`, with its dates, its language and its themes."""
    return thing(
        kind,
        content,
        context,
        headline=content.title,
        inLanguage="fr",
        datePublished=moment(content.first_published_at),
        dateModified=moment(content.last_published_at),
        keywords=[theme.title for theme in context.get("themes", [])],
        contentLocation=place(content.place),
        publisher=context["metadata"].publisher,
        **facts,
    )


def organization(name, url=""):
    """The node of a collective known by its name (dict; None without one)."""
    return node("Organization", name=name, url=url) if name else None


def place(where):
    """The node of a core Place (dict, or None): a town says where it lies, a region or a country its name."""
    if where is None:
        return None
    is_town = where.kind == where.Kind.TOWN
    return node(
        "Place",
        name=where.name,
        address=node(
            "PostalAddress",
            addressLocality=where.name if is_town else None,
            addressRegion=where.region,
            addressCountry=where.country,
        ),
        geo=node("GeoCoordinates", latitude=where.latitude, longitude=where.longitude)
        if is_town and not where.approximate
        else None,
    )


def breadcrumb(trail):
    """The BreadcrumbList of `trail`: (name, whole address) from the home page to this one."""
    items = [node("ListItem", position=rank, name=name, item=url) for rank, (name, url) in enumerate(trail, start=1)]
    return node("BreadcrumbList", itemListElement=items)


def moment(when):
    """An aware datetime as ISO 8601 in the site's zone (str; None without one)."""
    return timezone.localtime(when).isoformat(timespec="seconds") if when else None


def as_json(nodes):
    """The text of a <script type="application/ld+json"> that says `nodes` (list of dict); no title can end it."""
    document = json.dumps({"@context": "https://schema.org", "@graph": nodes}, ensure_ascii=False)
    return mark_safe(document.translate(_ESCAPES))  # noqa: S308 -- escaped just above
