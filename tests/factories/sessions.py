"""A test client that has passed the door of the staff pages: password and second factor."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client, RequestFactory

from portal.accounts import sessions

from .openings import AnsweringClient


def signed_in(user, client: Client | None = None) -> Client:
    """A client signed in as the user with a second factor used in this session."""
    client = client or AnsweringClient()
    TOTP.activate(user, generate_totp_secret())
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    request = RequestFactory().get("/")
    request.user, request.session = user, client.session
    sessions.start(request)
    record_authentication(request, user, method="password")
    record_authentication(request, user, method="mfa", type="totp")
    request.session.save()
    return client
