"""The sentences of the libraries we stand on, read from their own catalogues or source, and which of them nobody meets.

Whatever is not named here as never met must be translated in every language: a new release of a library that says
something new makes the test fail, and somebody decides.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import polib

# Where each library keeps its English catalogue; the last ones have none, so their source is read.
CATALOGUES = (
    "django/conf", "django/contrib/auth", "django/contrib/contenttypes", "django/contrib/sessions",
    "django/contrib/humanize", "allauth", "wagtail", "wagtail/documents", "wagtail/images", "wagtail/embeds",
    "wagtail/sites", "wagtail/search", "wagtail/contrib/redirects", "wagtail/contrib/forms",
    "wagtail/contrib/simple_translation", "wagtail/admin", "wagtail/users", "wagtail/snippets", "taggit",
)  # fmt: skip
SOURCES = ("modeltranslation", "django_tasks", "django_tasks_db", "modelcluster", "csp", "django_htmx")

EDITOR = "a screen of the editor, which speaks Arabic and English (docs/translation.md)"
NAMES = "the library's names for its own tables; our screens have labels of their own"
BY_HAND = "for developers while they work, or raised where our own page of trouble is shown"
NO_ADDRESS = "no address of ours leads there"
SILENT = "StaffAccountAdapter.add_message says nothing on the library's behalf"
NO_MAIL = "staff accounts have no mail of the library: nothing is sent"

# Files of which no sentence is met: the beginning of the path as the catalogue names it, and why.
NEVER_MET_FILES = {
    "conf/global_settings.py": "names of languages that are not offered; ours are never translated",
    "contrib/messages/apps.py": NAMES,
    "contrib/sitemaps/apps.py": NAMES,
    "contrib/staticfiles/apps.py": NAMES,
    "contrib/syndication/apps.py": NAMES,
    "core/paginator.py": BY_HAND,
    "db/models/fields/": "a form field of the same kind refuses first; the rest describes columns",
    "forms/formsets.py": "no page has rows of forms; one without its counters is answered 400",
    "views/csrf.py": "portal.core.views.forbidden_form is shown instead",
    "views/generic/": BY_HAND,
    "views/static.py": BY_HAND,
    "views/templates/": BY_HAND,
    "contrib/auth/admin.py": NO_ADDRESS,
    "contrib/auth/apps.py": NAMES,
    "contrib/auth/base_user.py": NAMES,
    "contrib/auth/forms.py": "people sign in through allauth, with our forms and our words",
    "contrib/auth/hashers.py": BY_HAND,
    "contrib/auth/models.py": NAMES,
    "contrib/auth/templates/": NO_MAIL,
    "contrib/auth/views.py": NO_ADDRESS,
    "contrib/contenttypes/": BY_HAND,
    "contrib/sessions/": NAMES,
    "contrib/humanize/": "no template of ours loads it",
    "account/admin.py": NO_ADDRESS,
    "account/apps.py": NAMES,
    "account/fields.py": "accounts have neither e-mail nor telephone",
    "account/models.py": NAMES,
    "headless/": "not installed",
    "idp/": "not installed",
    "mfa/apps.py": NAMES,
    "mfa/models.py": NAMES,
    "mfa/webauthn/": "passkeys are not offered (MFA_SUPPORTED_TYPES)",
    "socialaccount/": "not installed",
    "usersessions/apps.py": NAMES,
    "usersessions/models.py": NAMES,
    "templates/account/email": NO_MAIL,
    "templates/account/messages/": SILENT,
    "templates/account/snippets/": "parts of templates that ours replace",
    "templates/account/base_": "frames of templates that ours replace",
    "templates/account/confirm_": NO_ADDRESS,
    "templates/account/password_reset": NO_ADDRESS,
    "templates/account/password_set": NO_ADDRESS,
    "templates/account/phone_": NO_ADDRESS,
    "templates/account/request_login_code": NO_ADDRESS,
    "templates/account/signup": NO_ADDRESS,
    "templates/account/verif": NO_ADDRESS,
    "templates/allauth/": "frames of templates that ours replace",
    "templates/idp/": "not installed",
    "templates/mfa/email/": NO_MAIL,
    "templates/mfa/messages/": SILENT,
    "templates/mfa/recovery_codes/base.html": "a frame of templates that ours replace",
    "templates/mfa/totp/base.html": "a frame of templates that ours replace",
    "templates/mfa/trust.html": "no browser is trusted (MFA_TRUST_ENABLED)",
    "templates/mfa/webauthn/": "passkeys are not offered (MFA_SUPPORTED_TYPES)",
    "templates/openid/": "not installed",
    "templates/socialaccount/": "not installed",
    "templates/usersessions/messages/": SILENT,
    "taggit/": EDITOR,
    "modeltranslation/widgets.py": "no field of ours can be emptied by a box",
    "modeltranslation/tests/": BY_HAND,
    "django_tasks_db/": NO_ADDRESS,
}
# Of Wagtail a reader meets only the page that asks for the password of a closed page or document.
WAGTAIL_MET = (
    "templates/wagtailcore/password_required.html", "templates/wagtaildocs/password_required.html",
)  # fmt: skip
WAGTAIL_MET_SENTENCES = ("The password you have entered is not correct. Please try again.",)

_NO_FIELD = "no form of ours has such a field"
_NO_EMAIL = "accounts have neither e-mail nor telephone, and nobody signs up"
NEVER_MET = {
    "Enter a valid %(protocol)s address.": _NO_FIELD,
    "IPv4": _NO_FIELD,
    "IPv6": _NO_FIELD,
    "IPv4 or IPv6": _NO_FIELD,
    "This is not a valid IPv6 address.": _NO_FIELD,
    "Enter only digits separated by commas.": _NO_FIELD,
    "Ensure this value is %(limit_value)s (it is %(show_value)s).": _NO_FIELD,
    "Ensure this value is a multiple of step size %(limit_value)s.": _NO_FIELD,
    "Ensure this value is a multiple of step size %(limit_value)s, starting from %(offset)s, e.g. %(offset)s, "
    "%(valid_value1)s, %(valid_value2)s, and so on.": _NO_FIELD,
    "Ensure that there are no more than %(max)s digit in total.": _NO_FIELD,
    "Ensure that there are no more than %(max)s decimal place.": _NO_FIELD,
    "Ensure that there are no more than %(max)s digit before the decimal point.": _NO_FIELD,
    "Enter a valid duration.": _NO_FIELD,
    "The number of days must be between {min_days} and {max_days}.": _NO_FIELD,
    "Please correct the duplicate data for %(field)s.": "no page has rows of forms",
    "Please correct the duplicate data for %(field)s, which must be unique.": "no page has rows of forms",
    "Please correct the duplicate data for %(field_name)s which must be unique for the %(lookup)s in "
    "%(date_field)s.": "no page has rows of forms",
    "Please correct the duplicate values below.": "no page has rows of forms",
    "The inline value did not match the parent instance.": "no page has rows of forms",
    "%(datetime)s couldn’t be interpreted in time zone %(current_timezone)s; it may be ambiguous or it may not "
    "exist.": "times are typed by the operator's clock, which skips no hour in Baghdad or Damascus",
    "%s TB": "no file is so large",
    "%s PB": "no file is so large",
    "Enter a valid username. This value may contain only unaccented lowercase a-z and uppercase A-Z letters, "
    "numbers, and @/./+/-/_ characters.": "that validator is not used",
    "This password is entirely numeric.": "that validator is not used",
    "Your password can’t be entirely numeric.": "that validator is not used",
    "You cannot remove your primary email address.": _NO_EMAIL,
    "This email address is already associated with this account.": _NO_EMAIL,
    "The email address and/or password you specified are not correct.": _NO_EMAIL,
    "The phone number and/or password you specified are not correct.": _NO_EMAIL,
    "A user is already registered with this email address.": _NO_EMAIL,
    "The password reset token was invalid.": _NO_EMAIL,
    "You cannot add more than %d email addresses.": _NO_EMAIL,
    "A user is already registered with this phone number.": _NO_EMAIL,
    "The email address is not assigned to any user account.": _NO_EMAIL,
    "The phone number is not assigned to any user account.": _NO_EMAIL,
    "Your primary email address must be verified.": _NO_EMAIL,
    "Please select only one.": _NO_EMAIL,
    "Email": _NO_EMAIL,
    "Phone": _NO_EMAIL,
    "Login": "the form of signing in has our labels",
    "Username, email or phone": _NO_EMAIL,
    "Username or email": _NO_EMAIL,
    "Username or phone": _NO_EMAIL,
    "Email or phone": _NO_EMAIL,
    "Email (again)": _NO_EMAIL,
    "Email address confirmation": _NO_EMAIL,
    "Email (optional)": _NO_EMAIL,
    "Username (optional)": _NO_EMAIL,
    "You must type the same email each time.": _NO_EMAIL,
    "You cannot add an email address to an account protected by two-factor authentication.": _NO_EMAIL,
    "You cannot activate two-factor authentication until you have verified your email address.": _NO_EMAIL,
    "Master key": "passkeys are not offered (MFA_SUPPORTED_TYPES)",
    "Backup key": "passkeys are not offered (MFA_SUPPORTED_TYPES)",
    "Key nr. {number}": "passkeys are not offered (MFA_SUPPORTED_TYPES)",
}
# Signs and units that are the same, or may be, in every language.
ALIKE = {", ", ":", ":?.!", "…", "%(truncated_text)s…", "%s KB", "%s MB", "%s GB"}


@dataclass(frozen=True)
class Message:
    """One sentence of a library and the files in which it stands."""

    library: str
    context: str | None
    text: str
    plural: str
    files: tuple[str, ...]

    def is_met(self) -> bool:
        """Say whether a visitor or a member of staff may see it."""
        if self.library.startswith("wagtail"):
            return self.text in WAGTAIL_MET_SENTENCES or any(file in WAGTAIL_MET for file in self.files)
        if self.text in NEVER_MET:
            return False
        return not all(file.startswith(tuple(NEVER_MET_FILES)) or _is_replaced(file) for file in self.files)


def _is_replaced(file: str) -> bool:
    """Say whether a template of ours with the same name goes before the library's."""
    name = file.partition("templates/")[2]
    return bool(name) and (ROOT / "templates" / name).is_file()


ROOT = Path(__file__).resolve().parents[2]


def messages() -> Iterator[Message]:
    """Yield every sentence of the libraries, met or not."""
    for name in CATALOGUES:
        for entry in polib.pofile(str(_folder(name) / "locale" / "en" / "LC_MESSAGES" / "django.po")):
            if entry.msgid and not entry.obsolete:
                files = tuple(file for file, _line in entry.occurrences)
                yield Message(name, entry.msgctxt, entry.msgid, entry.msgid_plural, files)
    for name in SOURCES:
        yield from _from_source(name)


def _folder(name: str) -> Path:
    package, _slash, rest = name.partition("/")
    spec = find_spec(package)
    assert spec is not None and spec.submodule_search_locations, f"{package} is not installed"
    return Path(next(iter(spec.submodule_search_locations))) / rest


def _from_source(name: str) -> Iterator[Message]:
    folder = _folder(name)
    for file in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "gettext", "gettext_lazy"}:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield Message(name, None, first.value, "", (f"{name}/{file.relative_to(folder).as_posix()}",))
