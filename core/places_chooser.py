"""The chooser of places in the admin: a few letters, without accents, find the town and its department."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.widgets import AdminSnippetChooser


class PlaceFilterForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Nom du lieu"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Saint-Étienne, Wallonie, Québec…")}),
    )

    def filter(self, objects):
        objects = super().filter(objects)
        text = self.cleaned_data.get("q")
        if text:
            objects = objects.named_like(text)
            self.is_searching = True
            self.search_query = text
        else:
            objects = objects.order_by("-population", "name")
        return objects


class PlaceColumnsMixin:
    filter_form_class = PlaceFilterForm
    page_title = _("Choisir un lieu")
    page_subtitle = ""

    @property
    def columns(self):
        return [
            self.title_column,
            Column("kind", label=_("Sorte"), accessor="get_kind_display"),
            Column("region", label=_("Région"), accessor="region"),
            Column("country_name", label=_("Pays"), accessor="country_name"),
        ]


class PlaceChooseView(PlaceColumnsMixin, ChooseView):
    pass


class PlaceChooseResultsView(PlaceColumnsMixin, ChooseResultsView):
    pass


class PlaceChooser(AdminSnippetChooser):
    def __init__(self, model, **kwargs):
        super().__init__(model, **kwargs)
        self.choose_one_text = _("Choisir un lieu")
        self.choose_another_text = _("Choisir un autre lieu")
        self.link_to_chosen_text = _("Voir ce lieu")


class PlaceChooserViewSet(SnippetChooserViewSet):
    choose_view_class = PlaceChooseView
    choose_results_view_class = PlaceChooseResultsView

    @cached_property
    def widget_class(self):
        return PlaceChooser(model=self.model, icon=self.icon)
