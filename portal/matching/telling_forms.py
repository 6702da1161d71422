"""What people write when a family is to be told, or was told wrongly (floor 6)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import User
from portal.core.fields import DigitsField, SafeCharField, SafeTextField
from portal.core.languages import LANGUAGES
from portal.detainees.access import unsealed_to
from portal.detainees.models import DetaineeRecord, Source

from .enums import Asked, AskedWay, CheckOutcome, Danger, Decision, FamilySays, Received, Share, TalkWay
from .forms import ReasonForm
from .permissions import TELLERS

_FILL = {"required": _("Please fill this in."), "invalid_choice": _("Please fill this in.")}
_CHOOSE = {"required": _("Choose one of the answers."), "invalid_choice": _("Choose one of the answers.")}
_EACH = {"invalid_choice": _("Choose one of the answers.")}


def _words(label, *, required: bool = True, rows: int = 3, hint="") -> SafeTextField:
    widget = forms.Textarea(attrs={"class": "input", "rows": rows, "autocomplete": "off", "dir": "auto"})
    return SafeTextField(label=label, required=required, help_text=hint, widget=widget, error_messages=_FILL)


def _line(label, *, required: bool = True, hint="") -> SafeCharField:
    widget = forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "auto"})
    return SafeCharField(label=label, required=required, help_text=hint, widget=widget, error_messages=_FILL)


def _radio(label, choices) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=_CHOOSE)


def _select(label, choices, *, required: bool = True) -> forms.ChoiceField:
    widget = forms.Select(attrs={"class": "input"})
    return forms.ChoiceField(label=label, choices=choices, required=required, widget=widget, error_messages=_FILL)


def _ticks(label, choices, *, hint="") -> forms.MultipleChoiceField:
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=widget, help_text=hint, error_messages=_EACH
    )


class DayField(DigitsField):
    """A whole day, in either set of digits; years far away are a slip."""

    def __init__(self, **kwargs):
        widget = forms.DateInput(attrs={"class": "input", "type": "date"})
        super().__init__(max_length=10, widget=widget, error_messages=_FILL, **kwargs)

    def clean(self, value):
        """Return a date."""
        text = super().clean(value)
        try:
            day = parse_date(text)
        except ValueError:
            day = None
        if day is None or abs(day.year - timezone.localdate().year) > 20:
            raise ValidationError(_("Please write a whole date: year, month and day."), code="date")
        return day


class AskedForm(forms.Form):
    """Whether the person found could be asked safely, and the answer."""

    use_required_attribute = False

    outcome = _radio(_("Can the person found be asked safely?"), Asked.choices)
    dangers = _ticks(_("Which danger?"), Danger.choices, hint=_("Only where asking is dangerous."))
    way = _select(_("How was the person asked?"), [("", "—"), *AskedWay.choices])
    asked_by = _line(_("Who asked?"), hint=_("A name and a body, enough that a colleague finds them again."))
    asked_on = DayField(label=_("On which day?"))
    basis = _words(_("What does this rest on?"), hint=_("What was asked and answered, or how the danger is known."))

    def clean(self) -> dict:
        """A danger has a name; an answer was asked for, and not tomorrow."""
        data = super().clean() or self.cleaned_data
        outcome, way = data.get("outcome"), data.get("way")
        if outcome == Asked.UNSAFE and not data.get("dangers"):
            self.add_error("dangers", _("Please say which danger."))
        if outcome in (Asked.AGREES, Asked.REFUSES) and way == AskedWay.NOT_ASKED:
            self.add_error("way", _("This answer needs a person who was asked."))
        if data.get("asked_on") and data["asked_on"] > timezone.localdate():
            self.add_error("asked_on", _("This day is still to come."))
        return data


class DisclosureForm(ReasonForm):
    """A decision whether the family is asked to speak with us, what exactly it may be told, and why."""

    use_required_attribute = False

    decision = _radio(_("Decision"), Decision.choices)
    shares = _ticks(_("What exactly may the family be told?"), Share.choices)
    words = _words(
        _("In which words?"),
        required=False,
        hint=_("Short sentences that the person who tells can say as they stand. Not a word more is told."),
    )
    field_order = ["decision", "shares", "words", "reason"]

    def clean(self) -> dict:
        """Telling says what and in which words."""
        data = super().clean() or self.cleaned_data
        if data.get("decision") == Decision.TELL:
            if not data.get("shares") and "shares" not in self.errors:
                self.add_error("shares", _("Say what exactly the family may be told."))
            if not data.get("words") and "words" not in self.errors:
                self.add_error("words", _("Please fill this in."))
        return data


class WeighedForm(forms.Form):
    """What each approver says where a death sentence or an unfair trial warns (R-106)."""

    use_required_attribute = False

    weighed = forms.BooleanField(
        label=_(
            "I have weighed the warnings above: what the family may do with this, and what may happen to the person."
        ),
        required=False,
    )


class PersonField(forms.ModelChoiceField):
    """A colleague, by name."""

    def label_from_instance(self, obj: User) -> str:
        """The name people know."""
        return obj.get_full_name() or obj.username


class PlanForm(forms.Form):
    """Who tells, how, in which language, with whom beside the family, and when."""

    use_required_attribute = False

    teller: PersonField = PersonField(
        label=_("Who speaks with the family?"),
        queryset=User.objects.none(),
        empty_label="—",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages=_FILL,
    )
    way = _radio(_("How?"), TalkWay.choices)
    language = _select(
        _("In which language?"), [("", "—"), *((one.code, one.native) for one in LANGUAGES.values())], required=False
    )
    support = _line(
        _("Who is beside the family?"),
        required=False,
        hint=_("A person whom the family trusts, or a trained one, who has said yes. Grave news is not told without."),
    )
    planned_on = DayField(label=_("On which day?"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        held = {"role_grants__role__in": TELLERS, "role_grants__revoked_at__isnull": True}
        people = User.objects.filter(is_active=True, **held).distinct().order_by("username")
        self.fields["teller"].queryset = people  # type: ignore[attr-defined]


class ToldForm(forms.Form):
    """How a talk went."""

    use_required_attribute = False

    is_word_checked = forms.BooleanField(
        label=_("The safe word came first, before a word about the case."),
        required=False,
        help_text=_("Where there is none: I was sure with whom I speak."),
    )
    is_support_present = forms.BooleanField(label=_("The support person was there all the time."), required=False)
    received = _radio(_("How was it received?"), Received.choices)
    notes = _words(_("What should colleagues know?"), required=False)


class FamilyAnswerForm(forms.Form):
    """What the family says to it."""

    use_required_attribute = False

    says = _radio(_("What does the family say?"), FamilySays.choices)
    words = _words(_("In the family’s words"))


class HoldRecordForm(forms.Form):
    """Which detainee record somebody calls wrong, and what is said. A sealed one is there only for who is let in."""

    use_required_attribute = False

    source: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("Source"),
        queryset=Source.objects.order_by("name"),
        empty_label="—",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages=_FILL,
    )
    number = DigitsField(
        label=_("Number of the record in the list"),
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "auto"}),
        error_messages={**_FILL},
    )
    reason = _words(_("What is said to be wrong?"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self._user = user

    def clean(self) -> dict:
        """Find the record; a slip in the number is said beside it."""
        data = super().clean() or self.cleaned_data
        if data.get("source") and data.get("number"):
            seen = DetaineeRecord.objects.filter(unsealed_to(self._user))
            found = seen.filter(source=data["source"], external_id=data["number"]).first()
            if found is None:
                self.add_error("number", _("This source has no record of that number."))
            data["record"] = found
        return data


class CheckedForm(forms.Form):
    """What came of checking a record."""

    use_required_attribute = False

    outcome = _radio(_("What came of it?"), CheckOutcome.choices)
    answer = _words(_("Reason"))
