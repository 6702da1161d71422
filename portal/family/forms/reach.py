"""How a machine or a person may reach her, with her hours and her words; and what she wants to be told (floor 7)."""

from typing import cast

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.core.fields import DigitsField, SafeCharField
from portal.notifications.care import hour_in_words
from portal.notifications.enums import ChannelKind, Every, Telling, Wording, Zone
from portal.notifications.kinds import SIGN_OF_LIFE, kinds
from portal.notifications.models import SafeChannel
from portal.notifications.services.channels import Care

from .base import QuestionForm, choice_field
from .people import is_phone_number

_YES, _NO = "yes", "no"
_SATURDAY, _MONDAY = 6, 1
# Whose week begins on Saturday (Iraq and Syria).
_SATURDAY_FIRST = ("ar", "ckb")
_SHARED: dict[bool | None, str] = {True: _YES, False: _NO}
_NUMBER = _("Please write the number with the country's number in front, for example +963.")


def _days() -> list[tuple[str, object]]:
    first = _SATURDAY if (get_language() or "") in _SATURDAY_FIRST else _MONDAY
    order = [(first - 1 + step) % 7 for step in range(7)]
    return [(str(day + 1), WEEKDAYS[day]) for day in order]


class ChannelForm(QuestionForm):
    """One safe way to reach her. What a kind has no use for is not asked."""

    value = DigitsField(
        label=_("Your e-mail or telephone number"),
        max_length=254,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        error_messages={"missing": _("Please write where we reach you.")},
    )
    wording = forms.ChoiceField(
        label=_("What may the message say?"),
        help_text=_("We send this one sentence and nothing else: no name, no link, no word about you."),
        widget=forms.RadioSelect,
        choices=Wording.choices,
    )
    hour_from = forms.TypedChoiceField(label=_("Not before"), required=False, coerce=int, empty_value=None)
    hour_to = forms.TypedChoiceField(label=_("Not after"), required=False, coerce=int, empty_value=None)
    days = forms.MultipleChoiceField(
        label=_("Safe days"),
        help_text=_("If you choose none, every day is safe."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    zone = forms.ChoiceField(
        label=_("Where are you?"),
        help_text=_("So that we know what time it is for you. We keep only the clock, not the place."),
        required=False,
        choices=[("", _("Please choose")), *Zone.choices],
    )
    is_shared = forms.ChoiceField(
        label=_("Does anyone else see or answer it?"),
        required=False,
        widget=forms.RadioSelect,
        choices=[(_NO, _("No, only I")), (_YES, _("Yes, other people too"))],
    )
    may_leave_message = forms.BooleanField(label=_("You may leave a message if I do not answer"), required=False)
    note = SafeCharField(label=_("What else must we mind?"), required=False, max_length=400)

    def __init__(self, *args, kind: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        choice_field(self, "days").choices = _days()
        hours = [("", _("At any time")), *((str(hour), hour_in_words(hour)) for hour in range(24))]
        for name in ("hour_from", "hour_to"):
            choice_field(self, name).choices = hours
        if kind == ChannelKind.PHONE:
            del self.fields["wording"]
        else:
            del self.fields["may_leave_message"], self.fields["note"]
        self.fields["value"].label = _("E-mail") if kind == ChannelKind.EMAIL else _("Telephone number")
        self.fields["value"].widget.attrs["inputmode"] = "email" if kind == ChannelKind.EMAIL else "tel"

    def clean_value(self) -> str:
        """The address fits the way; a text message needs the whole number."""
        value = self.cleaned_data["value"]
        if self.kind == ChannelKind.EMAIL:
            try:
                validate_email(value)
            except ValidationError as error:
                raise ValidationError(_("Please write the whole address, for example name@example.org.")) from error
        elif self.kind == ChannelKind.PHONE and not is_phone_number(value):
            raise ValidationError(_("Please write the number with 6 to 15 digits, or choose another way."))
        elif self.kind == ChannelKind.SMS and not _is_whole_number(value):
            raise ValidationError(_NUMBER)
        return value

    def clean(self) -> dict:
        """Hours come in pairs, and need a clock."""
        data = super().clean()
        first, last = data.get("hour_from"), data.get("hour_to")
        if (first is None) != (last is None) and not {"hour_from", "hour_to"} & set(self.errors):
            missing = "hour_from" if first is None else "hour_to"
            self.add_error(missing, _("Please choose both hours, or “at any time” twice."))
        elif first is not None and first == last:
            self.add_error("hour_to", _("Please choose two different hours, or “at any time” twice."))
        if (first is not None or data.get("days")) and not data.get("zone") and "zone" not in self.errors:
            self.add_error("zone", _("Please choose, so that your hours are right."))
        return data

    def care(self) -> Care:
        """What to mind, as the service takes it."""
        data = self.cleaned_data
        return Care(
            wording=data.get("wording", Wording.NEWS),
            hour_from=data["hour_from"],
            hour_to=data["hour_to"],
            days="".join(sorted(data["days"])),
            zone=data["zone"] if data["days"] or data["hour_from"] is not None else "",
            is_shared={_YES: True, _NO: False}.get(data["is_shared"]),
            may_leave_message=data.get("may_leave_message"),
        )

    @classmethod
    def initial_of(cls, channel: SafeChannel) -> dict:
        """A live channel as initial values of the fields."""
        return {
            "value": channel.value,
            "wording": channel.wording,
            "hour_from": channel.hour_from,
            "hour_to": channel.hour_to,
            "days": list(channel.days),
            "zone": channel.zone,
            "is_shared": _SHARED.get(channel.is_shared),
            "may_leave_message": bool(channel.may_leave_message),
            "note": channel.note,
        }


def _is_whole_number(value: str) -> bool:
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(value))
    except phonenumbers.NumberParseException:
        return False


class WishesForm(QuestionForm):
    """What she wants to be told, kind by kind, and how often we say that we are still here."""

    every = forms.ChoiceField(
        label=_("How often shall we tell you that we are still here?"),
        help_text=_("Then you know that you are not forgotten. It says the same to everybody."),
        widget=forms.RadioSelect,
        choices=Every.choices,
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for kind in kinds():
            if kind.code != SIGN_OF_LIFE:
                self.fields[kind.code] = forms.ChoiceField(
                    label=cast(str, kind.label), widget=forms.RadioSelect, choices=Telling.choices
                )

    def tellings(self) -> dict[str, str]:
        """Her wish by kind of news."""
        return {name: value for name, value in self.cleaned_data.items() if name != "every"}
