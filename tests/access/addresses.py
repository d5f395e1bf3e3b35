"""Every address of the project, each with arguments that name something that is there."""

import re
from dataclasses import dataclass

from django.urls import get_resolver

#: Parts of a route, as Django writes them: <int:pk>, <slug>, (?P<name>…), (…).
_CONVERTER = re.compile(r"<(?:\w+:)?(\w+)>")
_NAMED = re.compile(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")


@dataclass(frozen=True)
class Address:
    """`name` is that of the route with its namespaces; `path` is what is asked."""

    name: str
    path: str


def addresses(site):
    """The Addresses (list) of all routes. `site` (tests.access.site.Site) says what stands for each argument.

    Raises LookupError for a route that nobody has thought of yet.
    """
    found = []
    for name, route in _routes(get_resolver()):
        paths = site.several(name) or ["/" + _filled(name, route, site.values_for(name))]
        found += [Address(name, path) for path in paths]
    return found


def _routes(resolver, prefix="", namespace=""):
    for pattern in resolver.url_patterns:
        route = prefix + re.sub(r"^\^", "", str(pattern.pattern))
        if hasattr(pattern, "url_patterns"):
            inner = ":".join(filter(None, (namespace, pattern.namespace)))
            yield from _routes(pattern, route, inner)
        else:
            yield ":".join(filter(None, (namespace, pattern.name or route))), route


def _filled(name, route, values):
    def value(match):
        argument = match.group(1)
        if argument not in values:
            raise LookupError(f"{name}: what stands for « {argument} »?")
        return str(values[argument])

    return _CONVERTER.sub(value, _NAMED.sub(value, route)).rstrip("$")
