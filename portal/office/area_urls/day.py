"""The first page of the office, and where one is written to."""

from django.urls import path

from portal.office.views.day import DayView
from portal.office.views.mail import MailCodeView, MailView

urlpatterns = [
    path("", DayView.as_view(), name="day"),
    path("mail/", MailView.as_view(), name="mail"),
    path("mail/code/", MailCodeView.as_view(), name="mail-code"),
]
