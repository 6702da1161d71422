"""Forms of the office shell (floor 7)."""

from datetime import timedelta

from django import forms
from django.contrib.auth.validators import ASCIIUsernameValidator
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from portal.accounts.colleagues import ColleagueField, people_ever
from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.terms import MONTHS
from portal.audit.areas import of_apps
from portal.audit.events import codes, label
from portal.core.asking import MISSING
from portal.core.dates import begin_of
from portal.core.languages import LANGUAGES
from portal.core.text import clean_text
from portal.office.audit_words import apps_of, areas
from portal.organizations.models import ADDRESSES_OF_OURS, MembershipRole, Organization

_TIMES = {3: _("Three months"), 6: _("Six months"), 12: _("One year")}


class _Select(forms.Select):
    """A select in our look."""

    def __init__(self, attrs=None, choices=()):
        super().__init__(attrs={"class": "input", **(attrs or {})}, choices=choices)


class _Day(forms.DateInput):
    """A day as the browser asks for it."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs={"class": "input", **(attrs or {})}, format="%Y-%m-%d")


def months_field() -> forms.TypedChoiceField:
    """For how long something is given that ends by itself."""
    return forms.TypedChoiceField(
        label=_("For how long?"),
        coerce=int,
        choices=[(count, _TIMES[count]) for count in MONTHS],
        widget=_Select,
        error_messages={"required": _("Please say for how long."), "invalid_choice": _("Please say for how long.")},
    )


class NewPersonForm(forms.Form):
    """A new staff account. The first password is made, never typed."""

    username = forms.CharField(
        label=_("User name"),
        min_length=3,
        max_length=60,
        help_text=_("Latin letters, digits and . _ - only; for signing in."),
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "ltr"}),
        error_messages={
            **MISSING,
            "min_length": _("At least three letters."),
            "max_length": _("At most 60 letters."),
        },
    )
    display_name = forms.CharField(
        label=_("Name shown to colleagues"),
        max_length=100,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
        error_messages={**MISSING, "max_length": _("At most 100 letters.")},
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[(entry.code, entry.native) for entry in LANGUAGES.values()],
        widget=_Select,
        error_messages=MISSING,
    )

    def clean_username(self) -> str:
        """Refuse what cannot be typed on every keyboard and what is taken."""
        name = clean_text(self.cleaned_data["username"]).lower()
        try:
            ASCIIUsernameValidator()(name)
        except ValidationError as error:
            raise ValidationError(_("Please use Latin letters, digits and . _ - only."), code="letters") from error
        if User.objects.filter(username__iexact=name).exists():
            raise ValidationError(_("This user name is taken. Choose another one."), code="taken")
        return name

    def clean_display_name(self) -> str:
        """Read the name."""
        return clean_text(self.cleaned_data["display_name"])


class RoleForm(forms.Form):
    """Give, renew or take back one role; giving says for how long. Auditing is taken back here, and never given."""

    role = forms.ChoiceField(
        label=_("Role"),
        help_text=_("An auditor comes from another organization, and is added there."),
        choices=Role.choices,
        widget=_Select,
        error_messages=MISSING,
    )
    deed = forms.ChoiceField(choices=[("grant", ""), ("revoke", "")])
    months = months_field()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offered = [(role.value, role.label) for role in Role if role != Role.AUDITOR]
        self.fields["role"].widget = _Select(choices=offered)

    def names_a_role(self) -> bool:
        """Say whether all but the time was said, so that only the time has to be asked again."""
        return not set(self.errors) - {"months"}


class MembershipForm(forms.Form):
    """Let a person act for an organization, or no longer."""

    organization: forms.ModelChoiceField = forms.ModelChoiceField(
        label=_("Organization"),
        queryset=Organization.objects.order_by("slug"),
        empty_label=_("Choose an organization"),
        widget=_Select,
        error_messages=MISSING,
    )
    role = forms.ChoiceField(label=_("Role"), choices=MembershipRole.choices, widget=_Select, error_messages=MISSING)
    deed = forms.ChoiceField(choices=[("add", ""), ("end", "")])


class NewOrganizationForm(forms.Form):
    """A partner organization with its name in the four languages; one name at least."""

    slug = forms.SlugField(
        label=_("Short name for addresses"),
        max_length=80,
        help_text=_("Latin letters, digits and - only. It stands in the address and does not change."),
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "ltr"}),
        error_messages={
            **MISSING,
            "invalid": _("Please use Latin letters, digits and - only."),
            "max_length": _("At most 80 letters."),
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for entry in LANGUAGES.values():
            self.fields[f"name_{entry.code}"] = forms.CharField(
                label=format_lazy("{} · {}", _("Name"), entry.native),
                required=False,
                max_length=200,
                widget=forms.TextInput(
                    attrs={"class": "input", "lang": entry.html, "dir": entry.direction, "autocomplete": "off"}
                ),
                error_messages={"max_length": _("At most 200 letters.")},
            )
        self.fields["keeps_the_registry"] = forms.BooleanField(
            label=_("It keeps this registry itself: nobody of it audits us"), required=False
        )

    def clean_keeps_the_registry(self) -> bool:
        """Only one does."""
        keeps = self.cleaned_data["keeps_the_registry"]
        if keeps and Organization.objects.filter(keeps_the_registry=True).exists():
            raise ValidationError(_("Another organization keeps the registry already."), code="taken")
        return keeps

    def clean_slug(self) -> str:
        """Refuse what is taken."""
        slug = self.cleaned_data["slug"].lower()
        if slug in ADDRESSES_OF_OURS or Organization.objects.filter(slug=slug).exists():
            raise ValidationError(_("This short name is taken. Choose another one."), code="taken")
        return slug

    def clean(self) -> dict:
        """Read the names by language; one is needed."""
        cleaned = super().clean() or self.cleaned_data
        names = {code: clean_text(cleaned.get(f"name_{code}") or "") for code in LANGUAGES}
        cleaned["names"] = {code: name for code, name in names.items() if name}
        if not cleaned["names"] and not self.errors:
            raise ValidationError(_("Please write the name in one language at least."), code="nameless")
        return cleaned


class ChainForm(forms.Form):
    """Ask for a walk over the chain, to a head that was noted earlier where there is one."""

    anchor = forms.RegexField(
        label=_("A last seal that you noted earlier"),
        regex=r"^\s*[0-9a-fA-F]{64}\s*$",
        required=False,
        widget=forms.TextInput(attrs={"class": "input ref", "autocomplete": "off", "dir": "ltr", "maxlength": 80}),
        error_messages={"invalid": _("A seal has 64 signs: digits and the letters a to f.")},
    )


class AuditFilterForm(forms.Form):
    """Narrow the log to an area of work or one kind of event, one person of the staff, some days and one record."""

    code = forms.ChoiceField(label=_("What"), required=False, widget=_Select)
    actor = ColleagueField(_("Who"), required=False, empty_label=_("Everybody"), to_field_name="pk")
    since = forms.DateField(label=_("From the day"), required=False, widget=_Day)
    until = forms.DateField(label=_("To the day"), required=False, widget=_Day)
    subject = forms.UUIDField(
        label=_("Key of the record"), required=False, widget=forms.TextInput(attrs={"class": "input ref", "dir": "ltr"})
    )

    def narrowed(self) -> Q:
        """What is asked of an event; an unreadable filter asks nothing."""
        if not self.is_valid():
            return Q()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        which = _about(asked["code"]) if "code" in asked else Q()
        if "actor" in asked:
            which &= Q(actor_id=asked["actor"].pk)
        if "subject" in asked:
            which &= Q(subject_id=asked["subject"])
        if "since" in asked:
            which &= Q(at__gte=begin_of(asked["since"]))
        if "until" in asked:
            which &= Q(at__lt=begin_of(asked["until"] + timedelta(days=1)))
        return which

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        code, actor = self.fields["code"], self.fields["actor"]
        if isinstance(code, forms.ChoiceField):
            chosen = self.data.get("code", "")
            one = [(chosen, label(chosen))] if chosen in codes() else []
            code.choices = [("", _("Everything")), *one, *areas()]
        if isinstance(actor, forms.ModelChoiceField):
            actor.queryset = people_ever()


def _about(asked: str) -> Q:
    """Events of one code, or of all codes of an area."""
    apps = apps_of(asked)
    return of_apps(apps) if apps else Q(code=asked)
