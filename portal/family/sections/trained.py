"""What no form asks: a trained person does, if she agrees."""

from django.utils.translation import gettext_lazy as _

from portal.family.forms.trained import TrainedForm
from portal.family.questions import Page, Section

SECTION = Section(
    _("What is hard to write"),
    (
        Page(
            16,
            TrainedForm,
            _("A trained person will ask, if you agree."),
            _(
                "So that nobody has to write it into a form, and so that the right person speaks with you if you wish. "
                "Nothing else depends on your answer."
            ),
            is_optional=True,
        ),
    ),
)
