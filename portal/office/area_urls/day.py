"""The first page of the office."""

from django.urls import path

from portal.office.views.day import DayView

urlpatterns = [path("", DayView.as_view(), name="day")]
