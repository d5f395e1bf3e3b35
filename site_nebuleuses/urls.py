"""Addresses: machines' are routes with an extension, people's are Wagtail pages (DESIGN §5)."""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from agenda.models import EventPage
from appeals.models import AppealPage
from articles.models import ArticlePage
from core.feeds import ContentFeed
from core.routing import serve_pattern
from initiatives.models import InitiativePage
from members.accounts import MemberAccountView
from resources.models import ResourcePage
from search import views as search_views
from site_nebuleuses import views

SECTION_FEEDS = {
    "initiatives": InitiativePage,
    "reflexions": ArticlePage,
    "appels": AppealPage,
    "agenda": EventPage,
    "ressources": ResourcePage,
}

urlpatterns = [
    path("sante.json", views.health, name="health"),
    path("flux.xml", ContentFeed(), name="feed"),
    *(
        path(
            f"flux/{section}.xml",
            type("SectionFeed", (ContentFeed,), {"content_model": model})(),
            name=f"feed-{section}",
        )
        for section, model in SECTION_FEEDS.items()
    ),
    path("recherche/", search_views.search, name="search"),
    path("themes/<slug:slug>/", search_views.theme, name="theme"),
    path("admin/account/", MemberAccountView.as_view(), name="member_account"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    *(static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT) if settings.DEBUG else []),
    serve_pattern,
    path("", include(wagtail_urls)),
]

handler400 = "site_nebuleuses.views.bad_request"
handler404 = "site_nebuleuses.views.page_not_found"
handler500 = "site_nebuleuses.views.server_error"
