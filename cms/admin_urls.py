"""The editor at /cms/. Its own sign-in and password reset are shadowed: only /staff/login/ opens a session (R-03)."""

from django.urls import path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls

from .account import AccountView

_to_sign_in = RedirectView.as_view(url="/staff/login/")
_to_sign_out = RedirectView.as_view(url="/staff/logout/")

# Before Wagtail's own, which stay reachable by name only.
urlpatterns = [
    path("login/", _to_sign_in, name="closed_login"),
    path("logout/", _to_sign_out, name="closed_logout"),
    re_path(r"^password_reset/.*$", _to_sign_in, name="closed_password_reset"),
    path("account/", AccountView.as_view(), name="wagtailadmin_account"),
    *wagtailadmin_urls.urlpatterns,
]
