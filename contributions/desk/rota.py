"""« Permanences »: which moderators look at the desk first, this week and those that follow."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.shortcuts import redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from agenda.models.agenda_page import week_of
from contributions.desk.forms import moderators
from contributions.desk.screens import MAY_ACT, DeskScreen
from contributions.models import Duty
from contributions.models.duty import today
from core.calendar import say_dates

#: This week and the eleven that follow.
WEEKS_SHOWN = 12
TITLE = _("Permanences")


def weeks_from(day):
    """The Mondays (list of date) of the week of `day` (date) and of those that follow, as many as are shown."""
    monday = week_of(day)[0]
    return [monday + timedelta(weeks=number) for number in range(WEEKS_SHOWN)]


def on_duty(day):
    """The members (list) on duty the week of `day` (date), by name, whether or not they still moderate."""
    chosen = Duty.objects.of_week(day).values("member")
    return list(get_user_model().objects.filter(pk__in=chosen).order_by("display_name", "username"))


@transaction.atomic
def write_rota(chosen):
    """Makes of `chosen` (dict: Monday → keys of members) the rota of these weeks. Of two at once, the last one wins.

    Whoever is deleted meanwhile is left out.
    """
    asked = {key for keys in chosen.values() for key in keys}
    # Held until the end: the second of two who save waits for the first, and replaces the whole of it.
    concerned = Q(pk__in=moderators().order_by().values("pk")) | Q(pk__in=asked)
    held = get_user_model().objects.filter(concerned).select_for_update(of=("self",), no_key=True).order_by("pk")
    known = set(held.values_list("pk", flat=True))
    Duty.objects.filter(week__in=chosen).delete()
    Duty.objects.bulk_create(
        [Duty(week=week, member_id=key) for week, keys in chosen.items() for key in keys if key in known],
        ignore_conflicts=True,
    )


class FirstWeekForm(forms.Form):
    """What week a screen begins with: a Monday, neither to come nor so old that the screen would be another one."""

    premiere = forms.DateField(input_formats=["%Y-%m-%d"])

    def clean_premiere(self):
        day = self.cleaned_data["premiere"]
        this_week = week_of(today())[0]
        if day.weekday() or not this_week - timedelta(weeks=1) <= day <= this_week:
            raise forms.ValidationError("")
        return day


class WeekField(forms.MultipleChoiceField):
    """Some of the members that a week offers; another one, who has just left, is not an error."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value):
        return [int(key) for key in self.to_python(value) if self.valid_value(key)]


class RotaForm(forms.Form):
    """One field for each of the `weeks` (list of Mondays): the moderators, and who is still on it."""

    def __init__(self, *args, weeks, **options):
        super().__init__(*args, label_suffix="", **options)
        names = {member.pk: member.get_full_name() for member in moderators()}
        written = {week: {} for week in weeks}
        for duty in Duty.objects.filter(week__in=weeks).select_related("member"):
            written[duty.week][duty.member_id] = duty.member.get_full_name()
        for week in weeks:
            self.fields[self._name(week)] = WeekField(
                label=say_week(week),
                choices=list((names | written[week]).items()),
                initial=list(written[week]),
                required=False,
            )
        self.weeks = weeks

    @property
    def chosen(self):
        """What write_rota takes."""
        return {week: self.cleaned_data[self._name(week)] for week in self.weeks}

    @staticmethod
    def _name(week):
        return f"semaine-{week.isoformat()}"


def say_week(week):
    """« du 16 au 22 novembre 2026 » (str), of a Monday (date)."""
    return say_dates(week, end_date=week_of(week)[1])


class RotaView(DeskScreen):
    """GET shows the rota, POST writes what is ticked, for who may change contributions."""

    page_title = TITLE
    header_icon = "calendar-alt"
    template_name = "contributions/desk/rota.html"

    def post(self, request, *args, **kwargs):
        if not request.user.has_perm(MAY_ACT):
            raise PermissionDenied
        first = FirstWeekForm(request.POST)
        if not first.is_valid():
            messages.warning(request, _now("Cet écran était ouvert depuis longtemps\u00a0: cochez à nouveau."))
            return redirect("contributions_rota")
        form = RotaForm(request.POST, weeks=weeks_from(first.cleaned_data["premiere"]))
        if form.is_valid():
            write_rota(form.chosen)
            messages.success(request, _now("Les permanences sont enregistrées."))
        return redirect("contributions_rota")

    def get_context_data(self, **kwargs):
        weeks = weeks_from(today())
        form = RotaForm(weeks=weeks)
        return super().get_context_data(
            form=form,
            first_week=weeks[0].isoformat(),
            can_write=self.request.user.has_perm(MAY_ACT),
            **kwargs,
        )
