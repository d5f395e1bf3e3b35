"""Thousands of keys are one parameter of a statement."""

import pytest
from wagtail.models import Page

from core.keys import Keys
from core.models import ContentPage
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_more_keys_than_a_statement_has_parameters(django_assert_num_queries):
    page = make_article("Les lanternistes")
    keys = Keys({page.pk, *range(10**7, 10**7 + 300_000)})
    with django_assert_num_queries(3):
        assert list(ContentPage.objects.filter(pk__in=keys).values_list("title", flat=True)) == ["Les lanternistes"]
        assert list(Page.objects.filter(pk__in=keys).values_list("pk", flat=True)) == [page.pk]
        assert not ContentPage.themes.through.objects.filter(contentpage_id__in=keys).exists()


def test_no_key_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert list(ContentPage.objects.filter(pk__in=Keys([]))) == []
