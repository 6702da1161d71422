"""What it is about, who applies, and how she is reached safely."""

from django.utils.translation import gettext_lazy as _

from portal.family.forms.people import ApplicantForm, KindForm, ReachForm, RelationshipForm
from portal.family.questions import OF_SOMEBODY_ELSE, Page, Section
from portal.registry.enums import RegistrationKind

SECTION = Section(
    _("You"),
    (
        Page(
            1,
            KindForm,
            _("What do you know?"),
            _("So that our questions suit what happened. Whatever you choose, nothing is decided by it."),
        ),
        Page(
            10,
            ApplicantForm,
            {RegistrationKind.MISSING: _("Who are you?"), RegistrationKind.SURVIVOR: _("What may we call you?")},
            _("So that we know whom we speak with. Only the people who work on your registration see it."),
        ),
        Page(
            2,
            ReachForm,
            _("How may we reach you safely?"),
            {
                RegistrationKind.MISSING: _(
                    "We use only the way you choose here. Our messages say nothing about you or the person."
                ),
                RegistrationKind.SURVIVOR: _(
                    "We use only the way you choose here. Our messages say nothing about you or what happened."
                ),
            },
        ),
        Page(
            3,
            RelationshipForm,
            _("You and the person"),
            _(
                "It helps us to speak with you in the right way, and to see when two registrations are about "
                "the same person."
            ),
            kinds=OF_SOMEBODY_ELSE,
        ),
    ),
)
