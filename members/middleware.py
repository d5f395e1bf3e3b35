"""What a member who writes gets in the place of an error that is nobody's fault."""


class SlugTakenMeanwhileMiddleware:
    """Of two requests that create the same page at the same instant, the second gets its form back rather than a 500.

    Wagtail's form looks whether a slug is free before the parent is locked, and the page again after: what the first
    request took in between, the second one learns by an exception. Nothing of it is written. Asked again, its form
    sees the first page, says so beside the field, and keeps what was typed.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        match = request.resolver_match
        if match.view_name != "wagtailadmin_pages:add" or "slug" not in getattr(exception, "error_dict", ()):
            return None
        return match.func(request, *match.args, **match.kwargs)
