"""The moderators' screens for public facts: courts, proceedings and what happened in them."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from portal.proceedings.models import Court, Fact, Proceeding

from .panels import in_four_languages


class CourtViewSet(SnippetViewSet):
    """Courts."""

    model = Court
    icon = "home"
    menu_label = _("Courts")
    list_display = ["name", "country"]
    edit_handler = in_four_languages(
        heading=_("Court"),
        common=[FieldPanel("slug"), FieldPanel("country", widget=forms.Select), FieldPanel("can_impose_death_penalty")],
        fields={"name": _("Name")},
    )


class ProceedingViewSet(SnippetViewSet):
    """Proceedings."""

    model = Proceeding
    icon = "doc-full"
    menu_label = _("Proceedings")
    list_display = ["title", "stage", "last_checked_on"]
    edit_handler = in_four_languages(
        heading=_("Proceeding"),
        common=[
            FieldPanel("slug"),
            FieldPanel("court", widget=forms.Select),
            FieldPanel("kind"),
            FieldPanel("stage"),
            FieldPanel("case_number"),
            FieldPanel("last_news_on"),
            FieldPanel("last_checked_on"),
            FieldPanel("is_public"),
        ],
        fields={"title": _("Title"), "summary": _("Summary"), "finality_note": _("Is it final?")},
    )


class FactViewSet(SnippetViewSet):
    """What happened, with source and date."""

    model = Fact
    icon = "list-ol"
    menu_label = _("Facts")
    list_display = ["__str__", "proceeding", "occurred"]
    list_filter = ["proceeding"]
    edit_handler = in_four_languages(
        heading=_("Fact"),
        common=[
            FieldPanel("proceeding", widget=forms.Select),
            FieldPanel("order"),
            FieldPanel("occurred"),
            FieldPanel("source_date"),
            FieldPanel("source_url"),
        ],
        fields={"text": _("Text"), "source_name": _("Source")},
    )


class PublicFacts(SnippetViewSetGroup):
    """One menu entry for the three."""

    items = (ProceedingViewSet, FactViewSet, CourtViewSet)
    menu_label = _("Trials")
    menu_icon = "clipboard-list"
    menu_order = 200
