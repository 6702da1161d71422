"""Forms about exports of registrations (floor 7)."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.models import User
from portal.core.fields import SafeTextField
from portal.organizations.models import Recipient
from portal.places.enums import PlaceKind
from portal.places.models import Place
from portal.referrals.enums import OWN_WORK, FileKind, Part
from portal.referrals.permissions import is_limited_to_own, parts_for
from portal.registry.casework import STATE_WORDS
from portal.registry.services.assigning import may_have_files

_MISSING = {
    "required": gettext_lazy("Please fill this in."),
    "invalid_choice": gettext_lazy("Please fill this in."),
    "invalid": gettext_lazy("Please fill this in."),
}
# Where registrations come from; elsewhere nothing is chosen by region.
_COUNTRIES = ("SY", "IQ")


def _day(label) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"class": "input", "type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("Please write the day like this: 2026-03-14.")},
    )


class _Owner(forms.ModelChoiceField):
    """A colleague who answers families."""

    def label_from_instance(self, obj: User) -> str:
        """The name."""
        return obj.shown_name


class ExtractForm(forms.Form):
    """For whom, which columns, which registrations, and what for. `key` makes it one request, however often sent."""

    use_required_attribute = False
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    whom = forms.ChoiceField(
        label=gettext_lazy("For whom is it?"),
        help_text=gettext_lazy("Only families who agreed to exactly this are in it."),
        widget=forms.Select(attrs={"class": "input"}),
        error_messages=_MISSING,
    )
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("Which columns?"),
        help_text=gettext_lazy("As few as will do. Our number of the registration is always there."),
        choices=Part.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={**_MISSING, "required": gettext_lazy("Please choose at least one.")},
    )
    words = SafeTextField(
        label=gettext_lazy("What is it needed for?"),
        help_text=gettext_lazy("The person who approves reads this. Name no family here."),
        max_length=1000,
        widget=forms.Textarea(attrs={"class": "input", "rows": 3, "autocomplete": "off"}),
        error_messages={**_MISSING},
    )
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        required=False,
        widget=forms.Select(attrs={"class": "input"}),
        error_messages=_MISSING,
    )
    region: forms.ModelChoiceField = forms.ModelChoiceField(
        label=gettext_lazy("Region of the last news"),
        queryset=Place.objects.none(),
        required=False,
        empty_label=gettext_lazy("All"),
        widget=forms.Select(attrs={"class": "input"}),
        error_messages=_MISSING,
    )
    since = _day(gettext_lazy("Registered from"))
    until = _day(gettext_lazy("Registered until"))
    owner = _Owner(
        label=gettext_lazy("Who has it"),
        queryset=User.objects.none(),
        required=False,
        empty_label=gettext_lazy("All"),
        widget=forms.Select(attrs={"class": "input"}),
        error_messages=_MISSING,
    )
    file_kind = forms.ChoiceField(
        label=gettext_lazy("Which kind of file?"),
        choices=FileKind.choices,
        initial=FileKind.XLSX.value,
        widget=forms.RadioSelect,
        error_messages=_MISSING,
    )

    def __init__(self, *args, user: User, **kwargs):
        super().__init__(*args, **kwargs)
        self._user = user
        self._recipients = {str(one.pk): one for one in Recipient.objects.usable().order_by("name")}
        outside = [(key, one.name) for key, one in self._recipients.items()]
        whom: list[Any] = [("", "—"), *OWN_WORK.items()]
        if outside:
            whom.append((_("Somebody outside"), outside))
        self.fields["whom"].choices = whom  # type: ignore[attr-defined]
        self.fields["state"].choices = [("", _("All")), *STATE_WORDS.items()]  # type: ignore[attr-defined]
        places = Place.objects.filter(kind=PlaceKind.GOVERNORATE, parent__code__in=_COUNTRIES)
        regions = places | Place.objects.filter(kind=PlaceKind.COUNTRY, code__in=_COUNTRIES)
        self.fields["region"].queryset = regions.select_related("parent").order_by("kind", "parent__name", "name")  # type: ignore[attr-defined]
        if is_limited_to_own(user):
            del self.fields["owner"]
        else:
            self.fields["owner"].queryset = may_have_files()  # type: ignore[attr-defined]
        self.initial.setdefault("key", uuid4())

    def clean(self) -> dict[str, Any]:
        """Say beside the field what does not go together."""
        cleaned = super().clean() or self.cleaned_data
        whom = cleaned.pop("whom", "")
        recipient = self._recipients.get(whom)
        purpose = recipient.kind if recipient else whom
        cleaned |= {"purpose": purpose, "recipient": recipient, "key": cleaned.get("key") or uuid4()}
        if purpose:
            self._check_parts(cleaned, purpose, recipient)
        if recipient and cleaned.get("state"):
            words = _("For somebody outside, nothing is chosen by state: it would tell what we found.")
            self.add_error("state", words)
        if cleaned.get("since") and cleaned.get("until") and cleaned["since"] > cleaned["until"]:
            self.add_error("until", _("This day is before the first one."))
        return cleaned

    def _check_parts(self, cleaned: dict[str, Any], purpose: str, recipient: Recipient | None) -> None:
        allowed = parts_for(self._user, purpose=purpose, recipient=recipient)
        for part in cleaned.get("parts", ()):
            if part not in allowed:
                words = _("This is not taken out for this purpose, or not by you: %(column)s.")
                self.add_error("parts", words % {"column": Part(part).label})


class ApprovalForm(forms.Form):
    """For a recipient with which a danger is connected: that it was weighed."""

    use_required_attribute = False
    has_weighed = forms.BooleanField(
        label=gettext_lazy("I weighed what this recipient may do with it."),
        error_messages={"required": gettext_lazy("Please say that you weighed what this recipient may do with it.")},
    )

    def __init__(self, *args, has_warnings: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_warnings:
            del self.fields["has_weighed"]


class RefusalForm(forms.Form):
    """Why somebody refuses, for who asked."""

    use_required_attribute = False
    reason = SafeTextField(
        label=gettext_lazy("Why do you refuse?"),
        help_text=gettext_lazy("Who asked for it reads this."),
        max_length=1000,
        widget=forms.Textarea(attrs={"class": "input", "rows": 3, "autocomplete": "off"}),
        error_messages={**_MISSING},
    )
