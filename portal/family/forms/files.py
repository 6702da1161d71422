"""The form for a photo, a paper or a recording (floor 7)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.fields import SafeTextField
from portal.evidence.enums import EvidenceKind

from .base import QuestionForm

# What a telephone offers to choose from. The content decides, not this list.
ACCEPTED = "image/*,application/pdf,text/plain,audio/*,video/*"
_CHOOSE = _("Please choose a file.")


class FileForm(QuestionForm):
    """One file, what it shows, and words if she wants. The file stands last, as a browser sends the fields in order."""

    kind = forms.ChoiceField(
        label=_("What does it show?"),
        choices=EvidenceKind.choices,
        widget=forms.RadioSelect,
        error_messages={"missing": _("Please say what it shows.")},
    )
    words = SafeTextField(
        label=_("What should we know about it?"),
        required=False,
        max_length=1000,
        help_text=_("For example: who is on it, when and by whom it was made, where the paper itself is."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    file = forms.FileField(
        label=_("The file"),
        allow_empty_file=True,
        max_length=1000,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        error_messages={"missing": _CHOOSE, "invalid": _CHOOSE},
    )


class AnnouncedFileForm(FileForm):
    """The same before the file itself travels: its name and size stand for it."""

    name = forms.CharField(required=False, max_length=1000)
    size = forms.IntegerField(min_value=0, max_value=10**12)
    resume = forms.BooleanField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].required = False
