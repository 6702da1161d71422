"""Addresses of a helper's own pages; the questions stand at the family's own addresses."""

from django.urls import path

from . import views

app_name = "helping"
urlpatterns = [
    path("", views.HelpedListView.as_view(), name="list"),
    path("kept/", views.kept, name="kept"),
    path("new/", views.begin, name="new"),
    path("<uuid:key>/open/", views.go_on, name="open"),
    path("<uuid:key>/delete/", views.delete, name="delete"),
    path("<uuid:key>/receipt/<slug:style>/", views.receipt, name="receipt"),
]
