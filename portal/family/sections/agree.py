"""What she agrees to."""

from django.utils.translation import gettext_lazy as _

from portal.family.forms.agreement import ConsentForm
from portal.family.questions import Page, Section

SECTION = Section(
    _("What you agree to"),
    (
        Page(
            8,
            ConsentForm,
            _("What do you agree to?"),
            _("We do only what you agree to. You can change every answer later; it takes effect at once."),
        ),
    ),
)
