"""Addresses for carriers of messages: no page for people."""

from django.urls import path

from . import views

urlpatterns = [path("report/", views.sms_report, name="sms-report")]
