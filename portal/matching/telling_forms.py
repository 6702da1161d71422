"""What people write when a family is to be told, or was told wrongly (floor 6)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.accounts.colleagues import ColleagueField, people_with
from portal.core import asking
from portal.core.asking import MISSING, DayField
from portal.core.dates import today
from portal.core.fields import DigitsField
from portal.core.languages import LANGUAGES
from portal.detainees.access import unsealed_to
from portal.detainees.models import DetaineeRecord, Source

from .enums import Asked, AskedWay, CheckOutcome, Danger, Decision, FamilySays, Received, Share, TalkWay
from .forms import ReasonForm
from .permissions import TELLERS


class AskedForm(forms.Form):
    """Whether the person found could be asked safely, and the answer."""

    use_required_attribute = False

    outcome = asking.radio(_("Can the person found be asked safely?"), Asked.choices)
    dangers = asking.ticks(
        _("Which danger?"), Danger.choices, required=False, help_text=_("Only where asking is dangerous.")
    )
    way = asking.select(_("How was the person asked?"), [("", "—"), *AskedWay.choices])
    asked_by = asking.line(
        _("Who asked?"), help_text=_("A name and an organization, enough that a colleague finds them again.")
    )
    asked_on = DayField(label=_("On which day?"))
    basis = asking.words(
        _("What does this rest on?"), help_text=_("What was asked and answered, or how the danger is known.")
    )

    def clean(self) -> dict:
        """A danger has a name; an answer was asked for, and not tomorrow."""
        data = super().clean() or self.cleaned_data
        outcome, way = data.get("outcome"), data.get("way")
        if outcome == Asked.UNSAFE and not data.get("dangers"):
            self.add_error("dangers", _("Please say which danger."))
        if outcome in (Asked.AGREES, Asked.REFUSES) and way == AskedWay.NOT_ASKED:
            self.add_error("way", _("This answer needs a person who was asked."))
        if data.get("asked_on") and data["asked_on"] > today():
            self.add_error("asked_on", _("This day is still to come."))
        return data


class DisclosureForm(ReasonForm):
    """A decision whether the family is asked to speak with us, what exactly it may be told, and why."""

    use_required_attribute = False

    decision = asking.radio(_("Decision"), Decision.choices)
    shares = asking.ticks(_("What exactly may the family be told?"), Share.choices, required=False)
    words = asking.words(
        _("In which words?"),
        required=False,
        help_text=_("Short sentences that the person who tells can say as they stand. Not a word more is told."),
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


class PlanForm(forms.Form):
    """Who tells, how, in which language, with whom beside the family, and when."""

    use_required_attribute = False

    teller = ColleagueField(_("Who speaks with the family?"))
    way = asking.radio(_("How?"), TalkWay.choices)
    language = asking.select(
        _("In which language?"), [("", "—"), *((one.code, one.native) for one in LANGUAGES.values())], required=False
    )
    support = asking.line(
        _("Who is beside the family?"),
        required=False,
        help_text=_(
            "A person whom the family trusts, or a trained one, who has said yes. Grave news is not told without."
        ),
    )
    planned_on = DayField(label=_("On which day?"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["teller"].queryset = people_with(TELLERS)  # type: ignore[attr-defined]


class ToldForm(forms.Form):
    """How a talk went."""

    use_required_attribute = False

    is_word_checked = forms.BooleanField(
        label=_("The safe word came first, before a word about the case."),
        required=False,
        help_text=_("Where there is none: I was sure with whom I speak."),
    )
    is_support_present = forms.BooleanField(label=_("The support person was there all the time."), required=False)
    received = asking.radio(_("How was it received?"), Received.choices)
    notes = asking.words(_("What should colleagues know?"), required=False)


class FamilyAnswerForm(forms.Form):
    """What the family says to it."""

    use_required_attribute = False

    says = asking.radio(_("What does the family say?"), FamilySays.choices)
    words = asking.words(_("In the family’s words"))


class HoldRecordForm(forms.Form):
    """Which detainee record somebody calls wrong, and what is said. A sealed one is there only for who is let in."""

    use_required_attribute = False

    source: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("Source"),
        queryset=Source.objects.order_by("name"),
        empty_label="—",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages=MISSING,
    )
    number = DigitsField(
        label=_("Number of the record in the list"),
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "auto"}),
        error_messages=MISSING,
    )
    reason = asking.words(_("What is said to be wrong?"))

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

    outcome = asking.radio(_("What came of it?"), CheckOutcome.choices)
    answer = asking.words(_("Reason"))
