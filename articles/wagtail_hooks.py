"""The admin side of articles: the explorer's columns."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from articles.models import ArticlePage
from core.pages_listing import ContentPageViewSet


class ArticlePageViewSet(ContentPageViewSet):
    model = ArticlePage
    icon = "doc-full"
    own_columns = (
        Column("kind", label=_("Sorte"), accessor="get_kind_display", sort_key="kind"),
        Column("signature", label=_("Signé"), accessor="byline", sort_key="signature"),
    )


@hooks.register("register_admin_viewset")
def register_article_explorer():
    return ArticlePageViewSet("articles")
