"""What a file is opened for, and files of other teams in an emergency."""

from django.urls import path

from portal.office.views import emergencies, openings

urlpatterns = [
    path("files/<uuid:key>/why/", openings.why, name="files-why"),
    path("emergency/", emergencies.EmergencyView.as_view(), name="emergency"),
    path("emergencies/", emergencies.EmergenciesView.as_view(), name="emergencies"),
    path("emergencies/<uuid:key>/", emergencies.emergency, name="emergencies-detail"),
    path("emergencies/<uuid:key>/looked/", emergencies.looked, name="emergencies-looked"),
]
