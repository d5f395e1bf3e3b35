"""The screen where a member covers faces in a photo: draw, look, apply for good."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.images.models import SourceImageIOError
from wagtail.images.permissions import permission_policy

from core.masking.applying import NotMasked, apply_masks, changed
from core.masking.forms import MaskFormSet, StyleForm
from core.models import SiteImage

TITLE = _("Masquer des visages")
#: What the buttons of the screen post.
STEP, APPLY, DRAW = "etape", "appliquer", "dessiner"
_SHOWN = "max-1200x1200"


class MaskingView(WagtailAdminTemplateMixin, TemplateView):
    """For members who may change this image; the file they see is posted back, so that they mask no other."""

    page_title = TITLE
    header_icon = "image"
    template_name = "core/admin/masking.html"

    def dispatch(self, request, *args, **kwargs):
        self.image = get_object_or_404(SiteImage, pk=kwargs["pk"])
        if not permission_policy.user_has_permission_for_instance(request.user, "change", self.image):
            raise PermissionDenied
        try:
            self.shown = self.image.get_rendition(_SHOWN)
        except SourceImageIOError:
            messages.error(request, _now("Le fichier de cette image ne peut pas être lu\u00a0: rien à masquer."))
            return redirect(self._edit_address)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        step = request.POST.get(STEP)
        is_valid = self.masks.is_valid() and self.style.is_valid()
        if is_valid and self.style.cleaned_data["seen"] != self.image.file.name:
            messages.error(request, changed())
            return redirect(request.path)
        if is_valid and step == APPLY:
            return self._apply()
        self.is_review = is_valid and step != DRAW
        return self.render_to_response(self.get_context_data())

    def _apply(self):
        try:
            apply_masks(self.image, self.masks.masks, self.style.cleaned_data["style"], self.request.user)
        except NotMasked as error:
            messages.error(self.request, str(error))
            return redirect(self.request.path)
        messages.success(self.request, _now("C’est masqué, partout sur le site. L’ancienne photo est effacée."))
        return redirect(self._edit_address)

    is_review = False

    @cached_property
    def masks(self):
        return MaskFormSet(self.request.POST if self.request.method == "POST" else None, prefix="masque")

    @cached_property
    def style(self):
        posted = self.request.POST if self.request.method == "POST" else None
        return StyleForm(posted, initial={"seen": self.image.file.name})

    @property
    def _edit_address(self):
        return reverse("wagtailimages:edit", args=[self.image.pk])

    def get_page_subtitle(self):
        return self.image.title

    def get_breadcrumbs_items(self):
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("wagtailimages:index"), "label": _now("Images")},
            {"url": self._edit_address, "label": self.image.title},
            {"url": "", "label": TITLE},
        ]

    def get_context_data(self, **kwargs):
        drawn = self.masks.masks if self.masks.is_bound and self.masks.is_valid() else []
        return super().get_context_data(
            image=self.image,
            shown=self.shown,
            masks=self.masks,
            style=self.style,
            drawn=[_in_percent(mask) for mask in drawn],
            is_review=self.is_review,
            use=_used(self.image),
            copies=SiteImage.objects.filter(file_hash=self.image.get_file_hash()).exclude(pk=self.image.pk).count(),
            **kwargs,
        )


def _in_percent(mask):
    """What an SVG of 100 by 100 needs to show a Mask (dict)."""
    left, top, width, height = (100 * value for value in (mask.left, mask.top, mask.width, mask.height))
    return {
        "outline": mask.outline,
        "x": f"{left:.3f}",
        "y": f"{top:.3f}",
        "width": f"{width:.3f}",
        "height": f"{height:.3f}",
        "cx": f"{left + width / 2:.3f}",
        "cy": f"{top + height / 2:.3f}",
        "rx": f"{width / 2:.3f}",
        "ry": f"{height / 2:.3f}",
    }


def _used(image):
    """Where the photo is shown (str): what changes with it."""
    number = image.get_usage().count()
    if not number:
        return _now("Aucune page publiée ne la montre.")
    return ngettext(
        "Elle changera à l’endroit du site qui la montre.",
        "Elle changera aux %(number)s endroits du site qui la montrent.",
        number,
    ) % {"number": number}
