"""What a helper records before the first question: who agreed, how, and in which language (floor 7; R-104)."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.dates import ADULT_YEARS, today
from portal.core.fields import DigitsField, SafeCharField
from portal.core.languages import LANGUAGES
from portal.family.forms.base import QuestionForm, choice_field
from portal.organizations.models import Organization
from portal.registry.enums import FOR_A_CHILD, Authority, CanRead, TestimonyWay
from portal.registry.models import OTHER_LANGUAGE
from portal.registry.services.helping import Heard

_WHO = _("Please write who agreed, and by what right or paper.")
_READER = _("Please write who read the questions aloud.")
_WHICH_LANGUAGE = _("Please write which language it was.")
_NO_CHILD = _("Please look at the year: this person would not be a child now.")
_NO_YEAR = _("Please write the year with four digits, for example 2011.")


def _radio(label: Any, choices: list) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, widget=forms.RadioSelect, choices=choices)


class TestimonyForm(QuestionForm):
    """The person's consent as testimony. Nothing is chosen beforehand."""

    __test__ = False  # it is no test of pytest's

    token = forms.UUIDField(widget=forms.HiddenInput)
    organization = forms.ChoiceField(label=_("For which organization do you help?"), widget=forms.RadioSelect)
    person_name = SafeCharField(
        label=_("What the person is called, in the person’s own words"),
        help_text=_("As the person says it. It may be a chosen name."),
    )
    authority = _radio(_("Who agrees?"), Authority.choices)
    speaker = SafeCharField(
        label=_("If somebody else agrees: who, and by what paper"),
        required=False,
        help_text=_("For example: her mother; guardian by a paper of the court in Qamishli, number 114."),
    )
    birth_year = DigitsField(
        label=_("If it is a child: year of birth"),
        required=False,
        max_length=8,
        help_text=_("When the child comes of age, we ask the child alone. Four digits, for example 2011."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input--year"}),
    )
    way = _radio(_("How did you hear it?"), TestimonyWay.choices)
    language = _radio(_("In which language do you speak with each other?"), [])
    language_in_words = SafeCharField(label=_("If it is another language: which"), required=False, max_length=60)
    can_read = _radio(_("Can the person read the questions?"), CanRead.choices)
    read_aloud_by = SafeCharField(label=_("If they are read aloud: by whom"), required=False)
    agrees = forms.BooleanField(
        label=_("I said all of this to the person, and the person agrees that I write down the answers."),
        error_messages={"missing": _("Without this agreement nothing can be written down.")},
    )

    def __init__(self, *args, organizations: list[Organization], **kwargs):
        super().__init__(*args, **kwargs)
        choice_field(self, "organization").choices = [(str(one.pk), str(one)) for one in organizations]
        ours: list[tuple[str, Any]] = [(one.code, one.native) for one in LANGUAGES.values()]
        choice_field(self, "language").choices = [*ours, (OTHER_LANGUAGE, _("Another language"))]
        self.initial.setdefault("token", uuid.uuid4())
        if len(organizations) == 1:
            del self.fields["organization"]

    def clean_birth_year(self) -> str:
        """A year that makes a child, or nothing."""
        text = self.cleaned_data["birth_year"]
        if text and not (len(text) == 4 and text.isdecimal()):
            raise forms.ValidationError(_NO_YEAR)
        this_year = today().year
        if text and not this_year - ADULT_YEARS <= int(text) <= this_year:
            raise forms.ValidationError(_NO_CHILD)
        return text

    def clean(self) -> dict[str, Any]:
        """What one answer makes necessary; what it makes meaningless is not kept."""
        data = super().clean()
        self._need("speaker", _WHO, when=data.get("authority", Authority.OWN) != Authority.OWN)
        self._need("language_in_words", _WHICH_LANGUAGE, when=data.get("language") == OTHER_LANGUAGE)
        self._need("read_aloud_by", _READER, when=data.get("can_read", CanRead.YES) != CanRead.YES)
        if data.get("authority") not in FOR_A_CHILD:
            data["birth_year"] = ""
        return data

    def _need(self, name: str, words: Any, *, when: bool) -> None:
        if not when:
            self.cleaned_data[name] = ""
        elif name not in self.errors and not self.cleaned_data.get(name):
            self.add_error(name, words)

    def heard(self) -> Heard:
        """What was recorded."""
        names = ("person_name", "way", "language", "can_read", "authority", "language_in_words")
        more = ("read_aloud_by", "speaker", "birth_year")
        return Heard(**{name: self.cleaned_data[name] for name in (*names, *more)})
