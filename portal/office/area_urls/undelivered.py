"""Messages that did not reach a family: for caseworkers and supervisors."""

from django.urls import path

from portal.office.views import undelivered

urlpatterns = [
    path("undelivered/", undelivered.UndeliveredView.as_view(), name="undelivered"),
    path("undelivered/<uuid:key>/done/", undelivered.done, name="undelivered-done"),
]
