"""The name of the person it is about, and its parts."""

from django.utils.translation import gettext_lazy as _

from portal.family.forms.person import NameForm, PartsForm
from portal.family.questions import Page, Section
from portal.registry.enums import RegistrationKind

SECTION = Section(
    {RegistrationKind.MISSING: _("The person"), RegistrationKind.SURVIVOR: _("Your name")},
    (
        Page(
            4,
            NameForm,
            {
                RegistrationKind.MISSING: _("What is the person's name?"),
                RegistrationKind.DECEASED: _("What is the name of the person you lost?"),
                RegistrationKind.SURVIVOR: _("What is your name?"),
            },
            {
                RegistrationKind.MISSING: _(
                    "We compare names across languages and spellings. Every spelling that you know can help."
                ),
                RegistrationKind.SURVIVOR: _(
                    "A court or an office may know you by this name. Only the people who work on your registration "
                    "see it."
                ),
            },
        ),
        Page(
            5,
            PartsForm,
            {
                RegistrationKind.MISSING: _("The parts of the name, as far as you know"),
                RegistrationKind.SURVIVOR: _("The parts of your name, as far as you wish"),
            },
            _("Many people have the same name. The father's and the mother's name tell them apart."),
            is_optional=True,
        ),
    ),
)
