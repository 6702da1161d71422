"""To whom families may let information be given, and asking a family."""

from django.urls import path

from portal.office.views import giving, recipients

urlpatterns = [
    path("recipients/", recipients.RecipientsView.as_view(), name="recipients"),
    path("recipients/new/", recipients.NewRecipientView.as_view(), name="recipients-new"),
    path("recipients/<uuid:key>/end/", recipients.end, name="recipients-end"),
    path("files/<uuid:key>/giving/", giving.GivingView.as_view(), name="giving"),
]
