"""Sign-ins of the demonstration: staff with a second factor, and return codes of two families (floor 8).

Second factors are made once and live encrypted in the database like any other. A return code cannot be read back, so
the two that are printed are kept in the data folder, readable by its owner only.
"""

import json
import os
from pathlib import Path

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.mfa.utils import decrypt
from django.conf import settings

from portal.accounts.enums import Role
from portal.accounts.models import User
from portal.accounts.services.holders import find_holder_by_code, replace_return_code
from portal.accounts.services.people import create_staff
from portal.accounts.services.roles import grant_role
from portal.audit.actors import SYSTEM
from portal.organizations.models import MembershipRole, Organization
from portal.organizations.services import add_member

from .families import FAMILIES, Family
from .loading import registration_of
from .people import STAFF, StaffMember

# What somebody with a role of an organization does for it.
_DOES: dict[str, str] = {
    Role.ORGANIZATION_CASEWORKER: MembershipRole.CASEWORKER,
    Role.ORGANIZATION_EDITOR: MembershipRole.EDITOR,
    Role.AUDITOR: MembershipRole.AUDITOR,
}


def load_staff() -> dict[str, User]:
    """Make the staff that is not there yet; return the editors by the slug of their organization."""
    users = {member: _load_member(member) for member in STAFF}
    editors = {member: user for member, user in users.items() if member.role == Role.ORGANIZATION_EDITOR}
    return {member.organization: user for member, user in editors.items()}


def _load_member(member: StaffMember) -> User:
    user = User.objects.filter(username=member.username).first()
    if user is None:
        user, _random = create_staff(
            username=member.username, display_name=member.display_name, language=member.language, actor=SYSTEM
        )
        user.set_password(member.password)
        user.must_change_password = False  # the demonstration's passwords are printed and meant to be used
        user.save(update_fields=["password", "must_change_password"])
    grant_role(user=user, role=member.role, actor=SYSTEM)
    if member.organization:
        organization = Organization.objects.get(slug=member.organization)
        add_member(organization=organization, user=user, role=_DOES[member.role], actor=SYSTEM)
    if not Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists():
        TOTP.activate(user, generate_totp_secret())
    return user


def staff_lines() -> list[str]:
    """One line per member of staff: name, password, secret of the second factor and its otpauth address."""
    lines = []
    for member in STAFF:
        factor = Authenticator.objects.get(user__username=member.username, type=Authenticator.Type.TOTP)
        secret = decrypt(factor.data["secret"])
        issuer = settings.PRODUCT_NAMES["en"]
        address = f"otpauth://totp/{issuer}:{member.username}?secret={secret}&issuer={issuer}"
        lines.append(f"  {member.role:20} {member.username:20} {member.password:32} {secret}  {address}")
    return lines


def family_lines() -> list[str]:
    """One line per family whose page a visitor may open."""
    printed = [family for family in FAMILIES if family.is_code_printed]
    codes = {family.key: _live_code(family, _kept().get(family.key, "")) for family in printed}
    _keep(codes)
    return [f"  {family.content.language:4} {codes[family.key]}  {family.note}" for family in printed]


def _live_code(family: Family, code: str) -> str:
    """The code kept earlier where it still opens her page, else a new one."""
    registration = registration_of(family.key)
    if registration is None or registration.holder is None:
        return ""
    if code and find_holder_by_code(code) == registration.holder:
        return code
    return replace_return_code(holder=registration.holder, actor=SYSTEM)


def _path() -> Path:
    return Path(settings.DATA_DIR) / "demo-return-codes.json"


def _kept() -> dict[str, str]:
    try:
        return json.loads(_path().read_text())
    except (OSError, ValueError):
        return {}


def _keep(codes: dict[str, str]) -> None:
    descriptor = os.open(_path(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(codes, file)
