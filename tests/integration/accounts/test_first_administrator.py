"""The first administrator of an installation comes from the command line, all others from an administrator."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from portal.accounts import events
from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.permissions import roles_of
from portal.audit.models import Event

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def create(username: str) -> dict:
    out = StringIO()
    call_command("create_administrator", username, stdout=out)
    return json.loads(out.getvalue().splitlines()[-1])


def test_the_first_one_is_made_with_a_password_to_be_changed():
    made = create("shirin")
    user = User.objects.get(username="shirin")
    assert user.check_password(made["password"]) and user.must_change_password
    assert roles_of(user) == {Role.ADMINISTRATOR}
    assert Event.objects.filter(code=events.ROLE_GRANTED, subject_id=user.pk).count() == 1


def test_there_is_no_second_one_this_way():
    create("shirin")
    with pytest.raises(CommandError, match="/office/people/"):
        create("dilovan")
    assert not User.objects.filter(username="dilovan").exists()


@pytest.mark.parametrize("name", ["", "a b", "x" * 200, "a\x00b"])
def test_a_name_that_cannot_be_is_refused(name):
    with pytest.raises(CommandError, match="another name"):
        create(name)
    assert not User.objects.exists()
