"""Addresses: machines' are routes with an extension, people's are Wagtail pages (DESIGN §5)."""

from django.conf import settings
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from agenda.calendar_files import agenda_calendar, content_calendar
from agenda.feeds import AgendaFeed
from agenda.machine_views import agenda_dates
from appeals.models import AppealIndexPage
from articles.models import ArticleIndexPage
from contributions import views as contribution_views
from contributions.contact import contact
from core.document_serving import serve_document
from core.feeds import ContentFeed, SectionFeed
from core.machine_addresses import robots_txt, security_txt
from core.media_files import media_addresses
from core.podcast import SoundFeed, podcast_picture
from core.private_files import private_file
from core.routing import serve_pattern
from core.site_storage import PRIVATE
from core.sitemaps import sitemap, sitemap_part
from core.social_card import social_card
from initiatives.models import InitiativeIndexPage
from members.access.addresses import access_addresses
from members.accounts import MemberAccountView
from resources.models import ResourceIndexPage
from search import views as search_views
from search.feeds import SearchFeed
from site_nebuleuses import views
from site_nebuleuses.style.views import style_addresses

SECTION_FEEDS = {
    "initiatives": InitiativeIndexPage,
    "reflexions": ArticleIndexPage,
    "appels": AppealIndexPage,
    "ressources": ResourceIndexPage,
}

urlpatterns = [
    path("sante.json", views.health, name="health"),
    path("flux.xml", ContentFeed(), name="feed"),
    *(path(f"flux/{name}.xml", SectionFeed(model), name=f"feed-{name}") for name, model in SECTION_FEEDS.items()),
    path("flux/sons.xml", SoundFeed(), name="feed-sounds"),
    path("flux/sons.jpg", podcast_picture, name="podcast-picture"),
    path("flux/agenda.xml", AgendaFeed(), name="feed-agenda"),
    path("recherche.xml", SearchFeed(), name="search-feed"),
    path("recherche.json", search_views.suggested, name="suggestions"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap_part, name="sitemap-part"),
    path("robots.txt", robots_txt, name="robots"),
    path(".well-known/security.txt", security_txt, name="security"),
    path("agenda.ics", agenda_calendar, name="agenda-calendar"),
    path("agenda.json", agenda_dates, name="agenda-dates"),
    path("agenda/<int:pk>.ics", content_calendar, name="content-calendar"),
    path("apercu/<int:pk>.png", social_card, name="social-card"),
    path("recherche/", search_views.search, name="search"),
    path("contribuer/", contribution_views.contribute, name="contribute"),
    path("contribuer/suivi/", contribution_views.follow_up, name="follow-up"),
    path("contribuer/fichiers/", contribution_views.receive_file, name="receive-file"),
    path("contribuer/<slug:kind>/", contribution_views.send, name="send"),
    path("contact/", contact, name="contact"),
    path("vie-privee/", views.privacy, name="privacy"),
    path("mentions-legales/", views.legal_notice, name="legal-notice"),
    path("accessibilite/", views.accessibility, name="accessibility"),
    path("themes/<slug:slug>/", search_views.theme, name="theme"),
    *access_addresses,
    path("admin/account/", require_admin_access(MemberAccountView.as_view()), name="member_account"),
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^documents/(\d+)/(.*)$", serve_document, name="document"),
    # Nothing here has a shared password: the stock form would take guesses without end.
    path("documents/authenticate_with_password/<int:pk>/", views.shut, name="shared-password"),
    path("_util/authenticate_with_password/<int:pk>/<int:page_id>/", views.shut, name="shared-password"),
    path("documents/", include(wagtaildocs_urls)),
    path(f"{PRIVATE}/<int:collection>/<path:name>", private_file, name="private-file"),
    *media_addresses(settings.DEBUG or settings.ON_THIS_MACHINE),
    *style_addresses(settings.DEBUG),
    serve_pattern,
    path("", include(wagtail_urls)),
]

handler400 = "site_nebuleuses.views.bad_request"
handler403 = "site_nebuleuses.views.permission_denied"
handler404 = "site_nebuleuses.views.page_not_found"
handler500 = "site_nebuleuses.views.server_error"
