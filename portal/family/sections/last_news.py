"""When and where: the last news, or what happened, as far as it is known."""

from django.utils.translation import gettext_lazy as _

from portal.family.forms.last_known import WhenForm, WhereForm
from portal.family.questions import Page, Section
from portal.registry.enums import RegistrationKind

_NO_GUESS = _("We compare dates with lists. A wrong date can hide the right person, so please do not guess.")
_A_PART = _("We compare places with lists. A part of the place is enough.")
_SAME_TIME = _("So that we can tell you about trials that concern this time and this place. A part of it is enough.")

SECTION = Section(
    _("When and where"),
    (
        Page(
            6,
            WhenForm,
            {
                RegistrationKind.MISSING: _("When did you last have news of the person?"),
                RegistrationKind.DETAINED: _("When was the person taken, or when did you last have news?"),
                RegistrationKind.DECEASED: _("When did the person die, or when did you last have news?"),
                RegistrationKind.SURVIVOR: _("When did it happen to you?"),
            },
            {RegistrationKind.MISSING: _NO_GUESS, RegistrationKind.SURVIVOR: _SAME_TIME},
        ),
        Page(
            7,
            WhereForm,
            {
                RegistrationKind.MISSING: _("Where was the person then?"),
                RegistrationKind.DETAINED: _("Where was the person taken, or where is the person held?"),
                RegistrationKind.DECEASED: _("Where did it happen?"),
                RegistrationKind.SURVIVOR: _("Where did it happen to you?"),
            },
            {RegistrationKind.MISSING: _A_PART, RegistrationKind.SURVIVOR: _SAME_TIME},
        ),
    ),
)
