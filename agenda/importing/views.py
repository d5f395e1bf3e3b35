"""The admin's screens: give a calendar file, see what would come, choose."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from agenda.importing.comparison import Status, compared
from agenda.importing.drafts import make_drafts
from agenda.importing.forms import CalendarFileForm, ChoiceForm
from agenda.importing.proposals import Proposal
from agenda.models import AgendaPage, CalendarImport

TITLE = _("Importer un agenda")
EVENTS_A_PAGE = 50
#: `?passes=1` shows what is over.
OVER = "passes"


def agenda_for(user):
    """The AgendaPage under which `user` may add an event, or None."""
    agendas = AgendaPage.objects.order_by("path")
    return next((page for page in agendas if page.permissions_for_user(user).can_add_subpage()), None)


class ImportScreen(WagtailAdminTemplateMixin):
    """For members who may add an event; others are sent home by Wagtail."""

    page_title = TITLE
    header_icon = "download"

    def dispatch(self, request, *args, **kwargs):
        self.agenda = agenda_for(request.user)
        if self.agenda is None:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class UploadView(ImportScreen, FormView):
    form_class = CalendarFileForm
    template_name = "agenda/admin/import_upload.html"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": TITLE}]

    def get_context_data(self, **kwargs):
        mine = CalendarImport.objects.kept().filter(owner=self.request.user).defer("proposals")
        return super().get_context_data(waiting=mine.order_by("-uploaded_at")[:5], **kwargs)

    def form_valid(self, form):
        CalendarImport.objects.forget()
        read = form.cleaned_data["file"]
        brought = CalendarImport.objects.create(
            owner=self.request.user,
            name=read.name or self.request.FILES["file"].name[:255],
            said=read.said,
            proposals=[proposal.as_json() for proposal in read.proposals],
        )
        return redirect("agenda_import_choice", brought.pk)


class ChoiceView(ImportScreen, TemplateView):
    template_name = "agenda/admin/import_choice.html"

    @cached_property
    def brought(self):
        return CalendarImport.objects.kept().filter(owner=self.request.user, pk=self.kwargs["pk"]).first()

    def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs) if self.brought else self._forgotten()

    def post(self, request, *args, **kwargs):
        if not self.brought:
            return self._forgotten()
        shown = dict(self._shown().object_list)
        form = ChoiceForm(request.POST, numbers=shown)
        if form.is_valid():
            self._say(make_drafts([shown[number] for number in form.cleaned_data["chosen"]], self.agenda, request.user))
        else:
            messages.error(request, form.errors["chosen"][0])
        return redirect(request.get_full_path())

    def get_breadcrumbs_items(self):
        upload = {"url": reverse("agenda_import"), "label": TITLE}
        return [*super().get_breadcrumbs_items(), upload, {"url": "", "label": _("Ce qui viendrait")}]

    def get_context_data(self, **kwargs):
        page = self._shown()
        rows = compared([proposal for _number, proposal in page])
        return super().get_context_data(
            brought=self.brought,
            page_obj=page,
            elided_page_range=page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
            rows=list(zip((number for number, _proposal in page), rows, strict=True)),
            number_coming=len(self._coming),
            number_over=len(self._over),
            shows_over=self._shows_over,
            new=Status.NEW,
            likely=Status.LIKELY,
            can_choose=any(row.can_come for row in rows),
            **kwargs,
        )

    @cached_property
    def _proposals(self):
        return [(number, Proposal(**values)) for number, values in enumerate(self.brought.proposals)]

    @cached_property
    def _over(self):
        today = timezone.localdate()
        return [(number, one) for number, one in self._proposals if one.is_over(today)]

    @cached_property
    def _coming(self):
        today = timezone.localdate()
        return [(number, one) for number, one in self._proposals if not one.is_over(today)]

    @property
    def _shows_over(self):
        return bool(self._over) and (OVER in self.request.GET or not self._coming)

    def _shown(self):
        shown = self._over if self._shows_over else self._coming
        return Paginator(shown, EVENTS_A_PAGE).get_page(self.request.GET.get("p"))

    def _forgotten(self):
        said = _now("Ce fichier n’est plus là : il est oublié après deux jours. Déposez-le à nouveau.")
        messages.warning(self.request, said)
        return redirect("agenda_import")

    def _say(self, outcomes):
        made = [one for one in outcomes if one.page]
        new = sum(one.is_new for one in made)
        if new:
            said = ngettext("%(number)d brouillon créé.", "%(number)d brouillons créés.", new) % {"number": new}
            messages.success(self.request, said)
        if len(made) > new:
            number = len(made) - new
            said = ngettext("%(number)d brouillon mis à jour.", "%(number)d brouillons mis à jour.", number)
            messages.success(self.request, said % {"number": number})
        for one in outcomes:
            if one.failed:
                messages.error(self.request, format_html("« {} » : {}", one.proposal.title, one.failed))
        meanwhile = sum(not one.page and not one.failed for one in outcomes)
        if meanwhile:
            messages.info(self.request, _now("Déjà importés entre-temps : %(number)d.") % {"number": meanwhile})
        if not outcomes:
            messages.info(self.request, _now("Rien de nouveau n’était choisi : aucun brouillon n’a été créé."))
