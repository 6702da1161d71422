"""R-01 to R-09: how staff sign in, and what does not open a session."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from portal.accounts import events
from portal.accounts.enums import Role
from portal.accounts.models import RoleGrant
from portal.accounts.services import people
from portal.accounts.services.roles import revoke_role
from portal.audit.actors import SYSTEM
from portal.audit.models import Event
from tests.factories.staff import (
    PASSWORD,
    StaffFactory,
    app_code,
    let_into_editor,
    secret_of,
    sign_in,
    sign_in_with_password_only,
)

pytestmark = pytest.mark.django_db
WRONG = "wrong-password"
IN_ENGLISH = {"HTTP_ACCEPT_LANGUAGE": "en"}


def post_login(client: Client, login: str, password: str = WRONG, address: str = "192.0.2.1"):
    return client.post("/staff/login/", {"login": login, "password": password}, **IN_ENGLISH, REMOTE_ADDR=address)


def test_password_and_code_open_the_office(client):
    user = StaffFactory(caseworker=True)
    sign_in(client, user)
    assert client.get("/office/").status_code == 200
    assert Event.objects.filter(code=events.STAFF_SIGNED_IN, actor_id=user.pk).count() == 1


def test_known_and_unknown_names_get_the_same_answer(client):
    user = StaffFactory(caseworker=True)
    known, unknown = post_login(client, user.username), post_login(client, "nobody-here")
    assert known.status_code == unknown.status_code == 200
    assert (
        known.content.decode().replace(user.username, "nobody-here").split("csrf")[0]
        == (unknown.content.decode().split("csrf")[0])
    )
    assert "The user name or the password is not right." in known.content.decode()


@pytest.mark.parametrize("is_known", [True, False])
def test_known_and_unknown_names_cost_one_hashing(client, is_known):
    user = StaffFactory(caseworker=True)
    hasher = "django.contrib.auth.hashers.MD5PasswordHasher.encode"
    with patch(hasher, return_value="md5$a$b") as encode:
        post_login(client, user.username if is_known else "nobody-here")
    assert encode.call_count == 1


def test_a_code_is_right_only_once(client):
    user = StaffFactory(caseworker=True)
    with freeze_time("2026-03-14T08:00:10+00:00"):
        code = app_code(secret_of(user))
        client.post("/staff/login/", {"login": user.username, "password": PASSWORD})
        assert client.post("/staff/2fa/authenticate/", {"code": code}).status_code == 302
    second = Client(**IN_ENGLISH)
    with freeze_time("2026-03-14T08:00:45+00:00"):
        second.post("/staff/login/", {"login": user.username, "password": PASSWORD})
        answer = second.post("/staff/2fa/authenticate/", {"code": code})
    assert answer.status_code == 200
    assert "This code is not right." in answer.content.decode()


def test_a_code_in_arabic_digits_with_a_blank_is_read(client):
    user = StaffFactory(caseworker=True)
    client.post("/staff/login/", {"login": user.username, "password": PASSWORD})
    code = app_code(secret_of(user)).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert client.post("/staff/2fa/authenticate/", {"code": f"{code[:3]} {code[3:]}"}).status_code == 302


@pytest.mark.parametrize("bad", ["\x00", "1" * 5000, "١٢", "\ud800", "‮123456"])
def test_a_strange_code_is_answered_in_words(client, bad):
    user = StaffFactory(caseworker=True)
    client.post("/staff/login/", {"login": user.username, "password": PASSWORD})
    answer = client.post("/staff/2fa/authenticate/", {"code": bad.encode("utf-8", "surrogatepass")})
    assert answer.status_code in {200, 400}
    assert "<h1>" in answer.content.decode()


@pytest.mark.parametrize("bad", ["\x00", "a" * 5000, "‮admin", " "])
def test_a_strange_name_or_password_is_answered_in_words(client, bad):
    assert post_login(client, bad).status_code == 200
    assert post_login(client, "somebody", bad).status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/staff/login/", "/cms/login/", "/en/_util/login/", "/ar/_util/login/", "/cms/password_reset/", "/staff/signup/"],
)
def test_a_password_posted_anywhere_opens_neither_office_nor_editor(client, path):
    """R-03: also for somebody who has not set up a second factor."""
    user = let_into_editor(StaffFactory(administrator=True, second_factor=False))
    client.post(path, {"login": user.username, "username": user.username, "password": PASSWORD})
    for closed in ("/office/", "/office/people/", "/cms/", "/cms/pages/"):
        answer = client.get(closed)
        assert answer.status_code in {302, 403}
        assert answer.status_code == 403 or answer["Location"].startswith("/staff/")


def test_without_a_second_factor_one_is_led_to_set_it_up_and_can_do_nothing_else(client):
    user = StaffFactory(caseworker=True, second_factor=False)
    sign_in_with_password_only(client, user)
    for path in ("/office/", "/staff/sessions/", "/staff/password/", "/staff/2fa/"):
        assert client.get(path)["Location"] == "/staff/2fa/activate/"
    page = client.get("/staff/2fa/activate/")
    assert page.status_code == 200
    secret = page.context["form"].secret
    answer = client.post("/staff/2fa/activate/", {"code": app_code(secret)})
    assert answer["Location"] == "/staff/2fa/recovery-codes/"
    assert client.get("/staff/2fa/recovery-codes/").status_code == 200
    assert client.get("/office/").status_code == 200
    assert Event.objects.filter(code=events.SECOND_FACTOR_SET_UP, subject_id=user.pk).exists()
    raw = str(list(Authenticator.objects.filter(user=user).values_list("data", flat=True)))
    assert secret not in raw


def test_the_set_up_page_holds_no_data_address_and_no_script(client):
    sign_in_with_password_only(client, StaffFactory(caseworker=True, second_factor=False))
    page = client.get("/staff/2fa/activate/")
    assert "data:" not in page.content.decode() and "<svg" in page.content.decode()
    assert "unsafe" not in page["Content-Security-Policy"]


def test_a_session_from_before_the_second_factor_has_to_show_it(client):
    user = StaffFactory(caseworker=True, second_factor=False)
    sign_in_with_password_only(client, user)
    other = StaffFactory(caseworker=True)
    Authenticator.objects.filter(user=other, type="totp").update(user=user)
    assert client.get("/office/")["Location"] == "/staff/2fa/reauthenticate/?next=%2Foffice%2F"


def test_wrong_passwords_stop_one_address_and_not_another(client):
    """R-04: five wrong ones in five minutes for a name and an address; elsewhere the right one still works."""
    user = StaffFactory(caseworker=True)
    with freeze_time("2026-03-14T08:00:00+00:00") as clock:
        for _attempt in range(5):
            assert "not right" in post_login(client, user.username).content.decode()
            clock.tick(timedelta(seconds=20))
        stopped = post_login(client, user.username, PASSWORD)
        assert stopped.status_code == 200
        assert "There were too many attempts." in stopped.content.decode()
        elsewhere = post_login(Client(), user.username, PASSWORD, address="198.51.100.7")
        assert elsewhere.status_code == 302


def test_more_than_ten_attempts_a_minute_are_put_off_before_any_hashing(client):
    with freeze_time("2026-03-14T08:00:00+00:00"):
        for number in range(10):
            post_login(client, f"name{number}")
        with patch("django.contrib.auth.hashers.MD5PasswordHasher.encode") as encode:
            answer = post_login(client, "name11")
    assert (answer.status_code, encode.call_count) == (429, 0)
    assert answer["Retry-After"]


def test_a_session_left_alone_for_half_an_hour_is_over(client):
    user = StaffFactory(caseworker=True)
    with freeze_time("2026-03-14T08:00:00+00:00") as clock:
        sign_in(client, user)
        clock.tick(timedelta(minutes=29))
        assert client.get("/office/").status_code == 200
        clock.tick(timedelta(minutes=29))
        assert client.get("/office/").status_code == 200
        clock.tick(timedelta(minutes=31))
        assert client.get("/office/")["Location"] == "/staff/login/?next=%2Foffice%2F"


def test_no_session_is_older_than_twelve_hours(client):
    with freeze_time("2026-03-14T08:00:00+00:00") as clock:
        sign_in(client, StaffFactory(caseworker=True))
        for _step in range(28):
            clock.tick(timedelta(minutes=25))
            client.get("/office/")
        clock.tick(timedelta(minutes=25))
        assert client.get("/office/").status_code == 302


def test_the_session_key_changes_at_sign_in_and_at_a_step_up(client):
    user = StaffFactory(caseworker=True)
    with freeze_time("2026-03-14T08:00:00+00:00") as clock:
        client.post("/staff/login/", {"login": user.username, "password": PASSWORD})
        before = client.cookies["sessionid"].value
        client.post("/staff/2fa/authenticate/", {"code": app_code(secret_of(user))})
        signed_in = client.cookies["sessionid"].value
        clock.tick(timedelta(minutes=6))
        client.post("/staff/2fa/reauthenticate/", {"code": app_code(secret_of(user))})
        stepped_up = client.cookies["sessionid"].value
        assert len({before, signed_in, stepped_up}) == 3
        old = Client()
        old.cookies["sessionid"] = signed_in
        assert old.get("/office/").status_code == 302
        assert list(UserSession.objects.filter(user=user).values_list("session_key", flat=True)) == [stepped_up]


def test_signing_out_kills_the_cookie_and_asks_the_browser_to_forget(client):
    sign_in(client, StaffFactory(caseworker=True))
    old = client.cookies["sessionid"].value
    answer = client.post("/staff/logout/")
    assert "storage" in answer["Clear-Site-Data"]
    again = Client()
    again.cookies["sessionid"] = old
    assert again.get("/office/").status_code == 302


@pytest.mark.parametrize("deed", ["stop", "password", "sessions", "second_factor"])
def test_an_administrator_ends_sessions_at_once(client, deed):
    user = StaffFactory(caseworker=True)
    sign_in(client, user)
    if deed == "stop":
        people.set_active(user=user, is_active=False, actor=SYSTEM)
    elif deed == "password":
        people.give_new_password(user=user, actor=SYSTEM)
    elif deed == "sessions":
        assert people.end_sessions(user=user, actor=SYSTEM) == 1
    else:
        people.reset_second_factor(user=user, actor=SYSTEM)
    assert client.get("/office/")["Location"].startswith("/staff/login/")


def test_a_change_of_roles_holds_at_the_next_request(client):
    user = StaffFactory(caseworker=True)
    sign_in(client, user)
    assert client.get("/office/reports/").status_code == 200
    revoke_role(user=user, role=Role.CASEWORKER, actor=SYSTEM)
    assert client.get("/office/reports/").status_code == 403


def test_no_address_of_a_person_is_kept(client):
    user = StaffFactory(caseworker=True)
    client.defaults["REMOTE_ADDR"] = "192.0.2.77"
    sign_in(client, user)
    assert list(UserSession.objects.filter(user=user).values_list("ip", flat=True)) == ["0.0.0.0"]  # noqa: S104


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_nobody_is_led_to_a_foreign_page(client, target):
    user = StaffFactory(caseworker=True)
    client.post(f"/staff/login/?next={target}", {"login": user.username, "password": PASSWORD, "next": target})
    answer = client.post("/staff/2fa/authenticate/", {"code": app_code(secret_of(user))})
    assert answer["Location"] == "/office/"
    answer = client.post("/staff/language/", {"language": "ku", "next": target})
    assert answer["Location"] == "/office/"


def test_the_way_back_leads_to_the_page_that_was_asked_for_without_its_query(client):
    user = StaffFactory(caseworker=True)
    answer = client.get("/office/reports/?q=name-of-somebody")
    assert answer["Location"] == "/staff/login/?next=%2Foffice%2Freports%2F"
    client.post(answer["Location"], {"login": user.username, "password": PASSWORD, "next": "/office/reports/"})
    answer = client.post("/staff/2fa/authenticate/", {"code": app_code(secret_of(user))})
    assert answer["Location"] == "/office/reports/"


def test_signing_up_is_not_possible_and_a_new_account_has_no_role(client):
    for path in ("/staff/signup/", "/staff/password/reset/", "/staff/email/", "/staff/confirm-email/"):
        assert client.post(path, {"username": "new", "password1": PASSWORD, "password2": PASSWORD}).status_code == 404
    assert not get_user_model().objects.filter(username="new").exists()
    user, password = people.create_staff(username="new", display_name="N", language="ar", actor=SYSTEM)
    assert len(password) >= 16 and user.check_password(password)
    assert not RoleGrant.objects.filter(user=user).exists()


def test_a_first_password_opens_only_the_page_on_which_it_is_replaced(client):
    user = StaffFactory(caseworker=True)
    given = people.give_new_password(user=user, actor=SYSTEM)
    client.post("/staff/login/", {"login": user.username, "password": given})
    client.post("/staff/2fa/authenticate/", {"code": app_code(secret_of(user))})
    for path in ("/office/", "/office/files/", "/staff/2fa/", "/staff/sessions/"):
        assert client.get(path)["Location"] == "/staff/password/"
    assert "An administrator knows your first password." in client.get("/staff/password/").text
    same = {"oldpassword": given, "password1": given, "password2": given}
    assert "This is the present password." in client.post("/staff/password/", same).text
    own = "four words of my own"
    answer = client.post("/staff/password/", {"oldpassword": given, "password1": own, "password2": own})
    assert answer["Location"] == "/office/" and client.get("/office/").status_code == 200
    assert Event.objects.filter(code=events.PASSWORD_CHOSEN, subject_id=user.pk).count() == 1


def test_somebody_without_a_role_enters_neither_office_nor_editor(client):
    user = let_into_editor(StaffFactory())
    sign_in(client, user)
    assert client.get("/office/").status_code == client.get("/cms/").status_code == 403


def test_the_language_is_kept_in_the_cookie_and_in_the_account(client):
    user = StaffFactory(caseworker=True)
    sign_in(client, user)
    answer = client.post("/staff/language/", {"language": "ckb", "next": "/office/reports/"})
    assert answer["Location"] == "/office/reports/"
    user.refresh_from_db()
    assert user.language == "ckb"
    assert '<html lang="ckb" dir="rtl"' in client.get("/office/").content.decode()
    client.post("/staff/language/", {"language": "xx\x00"})
    user.refresh_from_db()
    assert user.language == "ckb"


def test_pages_of_signing_in_speak_the_browsers_language(client):
    page = client.get("/staff/login/", headers={"accept-language": "ku-TR,ku;q=0.9"}).content.decode()
    assert '<html lang="ku-Latn" dir="ltr">' in page
    assert page.index("data-quick-exit") < page.index("<nav")


def test_a_new_password_is_long_and_not_a_common_one(client):
    user = StaffFactory(caseworker=True)
    sign_in(client, user)

    def change(new: str):
        data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
        return client.post("/staff/password/", data)

    assert change("short").status_code == 200
    assert change("123456123456").status_code == 200
    assert change("q" * 300).status_code == 200
    long = "-".join(["olive tree by the old well"] * 4)
    assert change(long).status_code == 302
    user.refresh_from_db()
    assert user.check_password(long)


def test_own_sessions_are_listed_and_the_others_ended(client):
    user = StaffFactory(caseworker=True)
    sign_in(client, user)
    with freeze_time(timezone.now() + timedelta(minutes=2)):
        other = sign_in(Client(), user)
    assert UserSession.objects.filter(user=user).count() == 2
    assert client.get("/staff/sessions/").status_code == 200
    client.post("/staff/sessions/")
    assert other.get("/office/").status_code == 302
    assert client.get("/office/").status_code == 200
