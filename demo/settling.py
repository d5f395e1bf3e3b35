"""The pages and settings that every site has, written where nobody has written yet."""

from core.models import SiteSettings
from demo.content.site import FEATURED, HOME_INTRODUCTION, RECIPIENTS, SETTINGS, SIMPLE_PAGES, SOCIAL_LINKS
from demo.text import one_line
from home.models import StandardPage


def furnish_settings(home):
    """Tagline, who one may write to, foot of page and links, unless one of them is there already."""
    site_settings = SiteSettings.for_site(home.get_site())
    if site_settings.tagline or site_settings.contact_recipients or site_settings.footer:
        return
    for name, value in SETTINGS.items():
        setattr(site_settings, name, one_line(value))
    site_settings.social_links = [("link", {"label": label, "url": url}) for label, url in SOCIAL_LINKS]
    site_settings.contact_recipients = [
        ("recipient", {"label": label, "address": address}) for label, address in RECIPIENTS
    ]
    site_settings.save()


def furnish_simple_pages(writer, member):
    for slug, (introduction, body) in SIMPLE_PAGES.items():
        page = StandardPage.objects.filter(slug=slug).first()
        if page and _is_untouched(page):
            page.introduction = one_line(introduction)
            page.body = writer.stream(body)
            page.save_revision(user=member, log_action=True).publish()


def furnish_home(home, writer, pages, member):
    if _is_untouched(home):
        home.introduction = writer.rich_text(HOME_INTRODUCTION)
        home.featured = pages[FEATURED]
        home.save_revision(user=member, log_action=True).publish()


def _is_untouched(page):
    """Whether the page is as `open_site` made it: nobody has signed a revision of it."""
    return not page.revisions.exclude(user=None).exists()
