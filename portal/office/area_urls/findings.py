"""What is established about a person."""

from django.urls import path

from portal.office.views import findings

urlpatterns = [
    path("files/<uuid:key>/findings/new/", findings.add, name="findings-new"),
    path("findings/", findings.waiting, name="findings"),
    path("findings/<uuid:key>/answer/", findings.answer, name="findings-answer"),
    path("findings/<uuid:key>/told/", findings.told, name="findings-told"),
]
