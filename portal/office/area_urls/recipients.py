"""To whom families may let information be given, and asking a family."""

from django.urls import path

from portal.office.views import given, giving, recipients

urlpatterns = [
    path("recipients/", recipients.RecipientsView.as_view(), name="recipients"),
    path("recipients/new/", recipients.NewRecipientView.as_view(), name="recipients-new"),
    path("recipients/<uuid:key>/confirm/", recipients.confirm, name="recipients-confirm"),
    path("recipients/<uuid:key>/end/", recipients.end, name="recipients-end"),
    path("files/<uuid:key>/giving/", giving.GivingView.as_view(), name="giving"),
    path("files/<uuid:key>/giving/<uuid:recipient>/", given.ask, name="giving-send"),
    path("given/", given.GivenView.as_view(), name="given"),
    path("given/<uuid:key>/hand-out/", given.give, name="given-hand-out"),
    path("given/<uuid:key>/refuse/", given.refuse, name="given-refuse"),
    path("given/<uuid:key>/erased/", given.told_of_erasure, name="given-erased"),
    path("given/<uuid:key>/recalled/", given.recalled, name="given-recalled"),
]
