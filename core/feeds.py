"""Atom feeds: the whole site, one section, or any filtered list (RFC 4287)."""

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from wagtail.models import Site

from core.models import ContentPage

#: Entries of a feed; readers keep the older ones themselves.
FEED_SIZE = 30


class ContentFeed(Feed):
    """The last published contents of one page type, or of all."""

    feed_type = Atom1Feed
    content_model = ContentPage

    def get_object(self, request):
        return request

    def title(self, request):
        name = Site.find_for_request(request).site_name
        if self.content_model is ContentPage:
            return name
        return f"{name} – {self.content_model._meta.verbose_name_plural}"

    def link(self, request):
        return "/"

    def subtitle(self, request):
        return _("Alternatives, réflexions et luttes autour du travail social et de la santé")

    def feed_url(self, request):
        return request.get_full_path()

    def items(self, request):
        self.request = request
        return list(self.content_model.objects.published().prefetch_related("themes").recent()[:FEED_SIZE])

    def item_title(self, content):
        return content.title

    def item_link(self, content):
        return content.get_full_url(self.request)

    def item_guid(self, content):
        return (
            f"tag:{self.request.get_host().partition(':')[0]},{content.first_published_at:%Y}:{content.translation_key}"
        )

    item_guid_is_permalink = False

    def item_description(self, content):
        return content.summary

    def item_pubdate(self, content):
        return content.first_published_at

    def item_updateddate(self, content):
        return content.last_published_at

    def item_categories(self, content):
        return [theme.title for theme in content.themes.all()]
