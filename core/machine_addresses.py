"""What machines ask for by its well-known name: robots.txt and security.txt."""

from datetime import timedelta
from email.utils import parseaddr

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Site

from core.models import SiteSettings
from core.page_cache.parameters import reads_no_parameter

#: RFC 9116 §2.5.5 recommends less than a year.
SECURITY_VALIDITY = timedelta(days=180)


def root_url(request):
    """Scheme, host and port of the site (str, without a final slash), as its pages give their whole addresses."""
    site = Site.find_for_request(request)
    return site.root_url if site else settings.SITE_URL


@require_safe
@reads_no_parameter
def robots_txt(request):
    """RFC 9309: everything may be visited but the editor's screens; filtered lists say themselves « noindex »."""
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {root_url(request)}{reverse('sitemap')}"]
    return _text(lines)


@require_safe
@reads_no_parameter
def security_txt(request):
    """RFC 9116: where to write about a fault. It expires half a year after the day it is read."""
    site = Site.find_for_request(request)
    public_email = SiteSettings.for_site(site).public_email if site else ""
    address = public_email or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    midnight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: mailto:{address}",
        f"Expires: {midnight + SECURITY_VALIDITY:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: fr, en",
        f"Canonical: {root_url(request)}{reverse('security')}",
    ]
    return _text(lines)


def _text(lines):
    return HttpResponse("".join(f"{line}\n" for line in lines), content_type="text/plain; charset=utf-8")
