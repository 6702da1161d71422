"""The address of a recording: no language, and nothing that says what it is about."""

from django.urls import path

from .views import heard

app_name = "recordings"
urlpatterns = [path("<str:name>", heard, name="heard")]
