"""Atom feeds: the whole site, one section, or any filtered list (RFC 4287)."""

from types import SimpleNamespace

from django.conf import settings
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

    author_name = settings.WAGTAIL_SITE_NAME
    item_guid_is_permalink = False

    def get_object(self, request):
        return SimpleNamespace(request=request, site=Site.find_for_request(request))

    def title(self, asked):
        name = (asked.site and asked.site.site_name) or settings.WAGTAIL_SITE_NAME
        if self.content_model is ContentPage:
            return name
        return f"{name} – {self.content_model._meta.verbose_name_plural}"

    def link(self, asked):
        return "/"

    def subtitle(self, asked):
        return _("Alternatives, réflexions et luttes autour du travail social et de la santé")

    def feed_url(self, asked):
        return asked.request.get_full_path()

    def items(self, asked):
        """The contents, each with its addresses: one Feed serves several threads and keeps nothing of a request."""
        contents = list(self.content_model.objects.published().prefetch_related("themes").recent()[:FEED_SIZE])
        for content in contents:
            content.feed_link = content.get_full_url(asked.request)
            content.feed_guid = f"urn:uuid:{content.translation_key}"
        return contents

    def item_title(self, content):
        return content.title

    def item_link(self, content):
        return content.feed_link

    def item_guid(self, content):
        return content.feed_guid

    def item_description(self, content):
        return content.summary

    def item_pubdate(self, content):
        return content.first_published_at

    def item_updateddate(self, content):
        return content.last_published_at

    def item_categories(self, content):
        return [theme.title for theme in content.themes.all()]
