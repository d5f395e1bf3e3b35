"""What `/vie-privee/` says is what the tables hold: a new one fails until somebody has said what it keeps of people."""

import pytest
from django.apps import apps
from django.conf import settings
from wagtail.models import Page

from contributions import retention
from site_nebuleuses.kept import whom

#: Tables that say nothing of anybody: the gazetteer, the words of the search, rights, what Wagtail counts.
OF_NOBODY = {
    "agenda.Occurrence",
    "appeals.AppealTown",
    "auth.Group",
    "auth.Permission",
    "contenttypes.ContentType",
    "contributions.Digest",
    "core.Place",
    "core.RelatedContent",
    "core.Theme",
    "core.TimedJob",
    "django_tasks_database.DBTaskResult",
    "initiatives.InitiativeKind",
    "members.ConsentTask",
    "core.Generation",
    "search.CatalogueVersion",
    "search.Word",
    "taggit.Tag",
    "taggit.TaggedItem",
    "wagtailadmin.Admin",
    "wagtailcore.Collection",
    "wagtailcore.CollectionViewRestriction",
    "wagtailcore.GroupApprovalTask",
    "wagtailcore.GroupCollectionPermission",
    "wagtailcore.GroupPagePermission",
    "wagtailcore.GroupSitePermission",
    "wagtailcore.Locale",
    "wagtailcore.PageViewRestriction",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Site",
    "wagtailcore.Task",
    "wagtailcore.Workflow",
    "wagtailcore.WorkflowContentType",
    "wagtailcore.WorkflowPage",
    "wagtailcore.WorkflowTask",
    "wagtailsearch.SQLiteFTSIndexEntry",
}
#: Wagtail's own, which the site replaces by others or does not use.
UNUSED = {
    "wagtaildocs.Document",
    "wagtailembeds.Embed",
    "wagtailimages.Image",
    "wagtailimages.Rendition",
    "wagtailmedia.Media",
}


def said():
    return [table for one in whom() for line in one.lines for table in line.tables]


def tables():
    """Labels of the tables (set of str) of all apps; a kind of page is said with pages."""
    return {model._meta.label for model in apps.get_models() if model is Page or not issubclass(model, Page)} | {
        "core.ContentPage"
    }


def test_every_table_is_said_once_or_is_of_nobody():
    assert len(said()) == len(set(said()))
    assert set(said()) & (OF_NOBODY | UNUSED) == set()
    optional = {"wagtailsearch.SQLiteFTSIndexEntry"}
    assert tables() - optional == (set(said()) | OF_NOBODY | UNUSED) - optional


@pytest.mark.django_db
def test_the_page_says_the_durations_that_the_code_applies(client, monkeypatch):
    monkeypatch.setattr(retention, "DECLINED_KEPT_DAYS", 47)
    answer = client.get("/vie-privee/")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "47\xa0jours après un refus" in html or "47 jours après un refus" in html
    assert f"{settings.SESSION_COOKIE_AGE // 86400}" in html
    assert "Set-Cookie" not in answer.headers


@pytest.mark.django_db
def test_every_public_page_leads_to_it(client):
    assert 'href="/vie-privee/"' in client.get("/").content.decode()
