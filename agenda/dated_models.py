"""The page types that have dates, whichever app they are of."""

from core.models import ContentPage, Dated


def dated_models():
    """The branches of ContentPage (list of classes) that are Dated."""
    return [model for model in _branches(ContentPage) if issubclass(model, Dated)]


def dated_kinds():
    """The words (list of str) for each kind of them, whether there is one or not: « formation », « manifestation »."""
    return [str(label) for model in dated_models() for _value, label in model._meta.get_field("kind").flatchoices]


def _branches(model):
    for branch in model.__subclasses__():
        yield branch
        yield from _branches(branch)
