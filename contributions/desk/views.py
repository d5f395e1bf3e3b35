"""The screen of one contribution: what was sent, what was said, what looks like it, and what to do."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import ChoiceField, DateField
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail_modeladmin.views import InspectView

from contributions import gestures
from contributions.desk.answers import READY_ANSWERS, ready_answer
from contributions.desk.charter import charter_points, with_point
from contributions.desk.forms import (
    AcceptForm,
    AnswerForm,
    AskForm,
    CloseForm,
    DeclineForm,
    GestureForm,
    HandOverForm,
    PointedForm,
    moderators,
)
from contributions.desk.presence import come, said_of_others
from contributions.files.library import to_look_at
from contributions.lookalikes import contributions_like, pages_like
from contributions.models import Contribution
from core.calendar import say_date
from core.files.types import Family


class ContributionView(InspectView):
    """GET shows a contribution; POST does the gesture named by `geste`. For who may change contributions."""

    #: The gestures, by the value of the button: their form, and what they do with the words of a moderator.
    FORMS = {
        "prendre": GestureForm,
        "demander": AskForm,
        "accepter": AcceptForm,
        "refuser": DeclineForm,
        "passer": HandOverForm,
        "indesirable": GestureForm,
        "remettre": GestureForm,
        "renvoyer": GestureForm,
    }
    #: Those of a message, of which no page is made.
    FORMS_OF_A_MESSAGE = {
        "prendre": GestureForm,
        "demander": AnswerForm,
        "traiter": CloseForm,
        "passer": HandOverForm,
        "indesirable": GestureForm,
        "remettre": GestureForm,
        "renvoyer": GestureForm,
    }

    def __init__(self, model_admin, instance_pk):
        if not instance_pk.isdecimal():
            raise Http404
        super().__init__(model_admin, instance_pk)

    def get_template_names(self):
        return ["contributions/desk/contribution.html"]

    def get_page_title(self):
        return self.instance.of_kind.label

    def get_page_subtitle(self):
        title = self.instance.title
        return "" if title == self.get_page_title() else title

    def get_meta_title(self):
        return self.instance.title

    @property
    def forms(self):
        """The form (class) of each gesture that this one may be given (dict, by the value of its button)."""
        return self.FORMS_OF_A_MESSAGE if self.instance.of_kind.is_message else self.FORMS

    def get(self, request, *args, **kwargs):
        came = come(self.instance, request.user).isoformat() if self.can_act else ""
        return self.render_to_response(self.get_context_data(came=came))

    def post(self, request, *args, **kwargs):
        if not self.can_act:
            raise PermissionDenied
        gesture = request.POST.get("geste", "")
        if gesture not in self.forms:
            return redirect(self._address(self.instance))
        form = self._form(gesture, request.POST)
        # What the gesture was chosen from: the screen, not what is there now.
        self.instance.changed_at = parse_datetime(request.POST.get("vu", "")) or self.instance.changed_at
        if not form.is_valid():
            messages.error(request, _("Rien n’est fait\u00a0: il reste quelque chose à corriger plus bas."))
            return self.render_to_response(self.get_context_data(**{gesture: form}), status=422)
        try:
            return self._do(gesture, form)
        except (gestures.TooLate, gestures.NotAgreed, gestures.Nowhere) as error:
            messages.warning(request, str(error))
            return redirect(self._address(self.instance))

    def _do(self, gesture, form):
        one, member, said = self.instance, self.request.user, form.cleaned_data
        note = with_point(said.get("text", ""), said.get("point", ""), self.request)
        if gesture == "accepter":
            of_images = {"descriptions": form.descriptions, "people": said.get("people", "")}
            page = gestures.accept(one, member, note=note, submit=said["submit"], **of_images)
            messages.success(self.request, _("Le brouillon est prêt\u00a0: complétez-le ici."))
            if still := to_look_at(one):
                messages.warning(self.request, still)
            if said["submit"] and not one.may_go_to_review:
                messages.warning(
                    self.request, _("Il n’est pas parti en relecture\u00a0: la personne veut le voir avant.")
                )
            return redirect("wagtailadmin_pages:edit", page.pk)
        if gesture == "demander":
            gestures.ask(one, member, note)
        elif gesture == "refuser":
            gestures.decline(one, member, note)
        elif gesture == "passer":
            gestures.hand_over(one, member, said["to"])
        elif gesture == "indesirable":
            gestures.put_aside(one, member)
        elif gesture == "remettre":
            gestures.restore(one, member)
        elif gesture == "traiter":
            gestures.close(one, member, said["text"])
        elif gesture == "renvoyer":
            gestures.mail_again(one, member)
            messages.success(self.request, _("Le courriel est renvoyé : voyez plus bas ce qu’il est devenu."))
            return redirect(self._address(one))
        else:
            gestures.take(one, member)
            return redirect(self._address(one))
        messages.success(self.request, _("C’est fait. Voici l’envoi suivant.") if self.next_one else _("C’est fait."))
        return redirect(self._address(self.next_one) if self.next_one else self.index_url)

    def get_context_data(self, **kwargs):
        ready = ready_answer(self.request.GET.get("reponse", ""))
        forms = {
            name: self._form(name, initial={"text": ready.text} if ready and ready.gesture == name else None)
            for name in self.forms
        }
        # Not InspectView's own: it makes a list of all the fields.
        context = super(InspectView, self).get_context_data(**forms | kwargs)
        one, mails = self.instance, list(self.instance.mails.all())
        return context | {
            "contribution": one,
            "said": [said_of(one.of_kind.form, name, value) for name, value in one.answers.items()],
            "seen": one.changed_at.isoformat(),
            "files": self.files,
            "exchanged": list(one.messages.select_related("author")),
            "acts": list(one.acts.select_related("member", "to")),
            "pages_like": pages_like(one),
            "contributions_like": [(other, self._address(other)) for other in contributions_like(one)],
            "ready": ready,
            "ready_answers": [answer for answer in READY_ANSWERS if answer.gesture in self.forms],
            "mails": mails,
            "has_unsent_mail": any(mail.is_unsent for mail in mails),
            "next_address": self.next_one and self._address(self.next_one),
            "can_act": self.can_act,
            "there": said_of_others(one, self.request.user),
        }

    @cached_property
    def points(self):
        return charter_points(self.request)

    @cached_property
    def images(self):
        return [file for file in self.files if file.type.family == Family.IMAGE and file.left_at is None]

    @cached_property
    def files(self):
        return list(self.instance.files.select_related("image", "document", "media"))

    @cached_property
    def can_act(self):
        return self.permission_helper.user_has_specific_permission(self.request.user, "change_contribution")

    @cached_property
    def next_one(self):
        """The one that waits after it, else the oldest (Contribution or None); those of others are left to them."""
        mine = Contribution.objects.left_to(self.request.user).exclude(pk=self.instance.pk)
        return mine.filter(received_at__gte=self.instance.received_at).first() or mine.first()

    def _form(self, gesture, data=None, initial=None):
        form_class = self.forms[gesture]
        options = {}
        if form_class is HandOverForm:
            options["moderators"] = moderators().exclude(pk=self.request.user.pk)
        if issubclass(form_class, PointedForm):
            options["points"] = self.points
        if form_class is AcceptForm:
            options["images"] = self.images
        return form_class(data, initial=initial, prefix=gesture, **options)

    @staticmethod
    def _address(contribution):
        return reverse("contributions_contribution_modeladmin_inspect", args=[contribution.pk])


def said_of(form, name, value):
    """What was typed in a field, as one reads it (label, value): a choice by its words, a day in French."""
    field = form.base_fields.get(name)
    if isinstance(field, ChoiceField):
        value = dict(field.choices).get(value, value)
    elif isinstance(field, DateField):
        value = say_date(date.fromisoformat(value))
    return (field.label if field else name), value
