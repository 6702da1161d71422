"""The small control with which a question is heard; nothing where nobody has spoken it (floor 6)."""

from django import template
from django.urls import reverse
from django.utils.translation import get_language

from portal.core.languages import language
from portal.recordings.models import Recording

register = template.Library()


@register.inclusion_tag("components/listen.html")
def listen(question: str, kind: str = "") -> dict:
    """The recording of a question in the reader's language, loaded only when she presses."""
    recording = Recording.objects.heard_for(question, kind, language(get_language()).code)
    return {"url": reverse("recordings:heard", args=[recording.name]) if recording else ""}
