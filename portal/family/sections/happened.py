"""What happened, who did it, where the person was held, and what she believes. All of it may be left."""

from django.utils.translation import gettext_lazy as _

from portal.family.forms.happened import BeliefForm, HappenedForm, PartiesForm
from portal.family.forms.stays import StaysForm
from portal.family.questions import OF_SOMEBODY_ELSE, Page, Section
from portal.registry.enums import RegistrationKind

SECTION = Section(
    _("What happened"),
    (
        Page(
            11,
            HappenedForm,
            {
                RegistrationKind.MISSING: _("What happened, as far as you know?"),
                RegistrationKind.SURVIVOR: _("What happened to you, as far as you wish to say?"),
            },
            {
                RegistrationKind.MISSING: _(
                    "So that we can tell you about trials and offices that deal with it. Nobody is judged by what you "
                    "tick."
                ),
                RegistrationKind.SURVIVOR: _(
                    "So that we can tell you about trials, help and rights that are yours. You need not describe "
                    "anything."
                ),
            },
            is_optional=True,
        ),
        Page(
            12,
            PartiesForm,
            _("Who did it, as far as you know?"),
            _(
                "So that we give nothing to those whom you name. We list all sides, in the order of the alphabet; we "
                "judge nobody."
            ),
            is_optional=True,
        ),
        Page(
            13,
            StaysForm,
            {
                RegistrationKind.MISSING: _("Where was the person held, as far as you know or heard?"),
                RegistrationKind.DETAINED: _("Where was the person held and moved, as far as you know or heard?"),
                RegistrationKind.DECEASED: _("Was the person held somewhere before?"),
                RegistrationKind.SURVIVOR: _("Where were you held?"),
            },
            {
                RegistrationKind.MISSING: _(
                    "Each place with its time can show which list or which witness may know more."
                ),
                RegistrationKind.SURVIVOR: _("Courts ask who was held where and when. A part of it is enough."),
            },
            is_optional=True,
        ),
        Page(
            14,
            BeliefForm,
            {
                RegistrationKind.MISSING: _("What do you believe today?"),
                RegistrationKind.DECEASED: _("How do you know of the death?"),
            },
            {
                RegistrationKind.MISSING: _(
                    "So that we speak with you in the right way. It changes nothing in the search, in your rights or "
                    "in what is established."
                ),
                RegistrationKind.DECEASED: _(
                    "So that we know which papers and which answers you may still need. It is no declaration of death."
                ),
            },
            kinds=OF_SOMEBODY_ELSE,
            is_optional=True,
        ),
    ),
)
