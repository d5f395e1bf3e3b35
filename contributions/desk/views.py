"""The screen of one contribution: what was sent, what was said, what looks like it, and what to do."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail_modeladmin.views import InspectView

from contributions import gestures
from contributions.desk.answers import READY_ANSWERS, ready_answer
from contributions.desk.forms import AcceptForm, AskForm, DeclineForm, GestureForm, HandOverForm, moderators
from contributions.lookalikes import contributions_like, pages_like
from contributions.models import Contribution


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
    }

    def get_template_names(self):
        return ["contributions/desk/contribution.html"]

    def get_page_title(self):
        return self.instance.of_kind.label

    def get_page_subtitle(self):
        return self.instance.title

    def get_meta_title(self):
        return self.instance.title

    def post(self, request, *args, **kwargs):
        if not self.permission_helper.user_has_specific_permission(request.user, "change_contribution"):
            raise PermissionDenied
        gesture = request.POST.get("geste", "")
        if gesture not in self.FORMS:
            return redirect(self._address(self.instance))
        form = self._form(gesture, request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(**{gesture: form}), status=422)
        try:
            return self._do(gesture, form.cleaned_data)
        except (gestures.TooLate, gestures.Nowhere) as error:
            messages.warning(request, str(error))
            return redirect(self._address(self.instance))

    def _do(self, gesture, said):
        one, member = self.instance, self.request.user
        if gesture == "accepter":
            page = gestures.accept(one, member, note=said["text"], submit=said["submit"])
            messages.success(self.request, _("Le brouillon est prêt\u00a0: complétez-le ici."))
            return redirect("wagtailadmin_pages:edit", page.pk)
        if gesture == "demander":
            gestures.ask(one, member, said["text"])
        elif gesture == "refuser":
            gestures.decline(one, member, said["text"])
        elif gesture == "passer":
            gestures.hand_over(one, member, said["to"])
        elif gesture == "indesirable":
            gestures.put_aside(one, member)
        elif gesture == "remettre":
            gestures.restore(one, member)
        else:
            gestures.take(one, member)
            return redirect(self._address(one))
        messages.success(self.request, _("C’est fait. Voici l’envoi suivant.") if self.next_one else _("C’est fait."))
        return redirect(self._address(self.next_one) if self.next_one else self.index_url)

    def get_context_data(self, **kwargs):
        ready = ready_answer(self.request.GET.get("reponse", ""))
        forms = {
            name: self._form(name, initial={"text": ready.text} if ready and ready.gesture == name else None)
            for name in self.FORMS
        }
        # Not InspectView's own: it makes a list of all the fields.
        context = super(InspectView, self).get_context_data(**forms | kwargs)
        one = self.instance
        return context | {
            "contribution": one,
            "said": [(self._label(name), value) for name, value in one.answers.items()],
            "exchanged": list(one.messages.select_related("author")),
            "acts": list(one.acts.select_related("member")),
            "pages_like": pages_like(one),
            "contributions_like": [(other, self._address(other)) for other in contributions_like(one)],
            "ready": ready,
            "ready_answers": READY_ANSWERS,
            "next_address": self.next_one and self._address(self.next_one),
            "can_act": self.permission_helper.user_has_specific_permission(self.request.user, "change_contribution"),
        }

    @cached_property
    def next_one(self):
        """The oldest other contribution that waits (Contribution or None)."""
        waiting = Contribution.objects.waiting().filter(is_doubtful=False).exclude(pk=self.instance.pk)
        return waiting.oldest_first().first()

    def _form(self, gesture, data=None, initial=None):
        form_class = self.FORMS[gesture]
        options = {"moderators": moderators().exclude(pk=self.request.user.pk)} if form_class is HandOverForm else {}
        return form_class(data, initial=initial, prefix=gesture, **options)

    def _label(self, name):
        field = self.instance.of_kind.form.base_fields.get(name)
        return field.label if field else name

    @staticmethod
    def _address(contribution):
        return reverse("contributions_contribution_modeladmin_inspect", args=[contribution.pk])
