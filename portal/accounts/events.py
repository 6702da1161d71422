"""Audit event codes of this app."""

from django.utils.translation import gettext_lazy as _

from portal.audit.events import register

ROLE_GRANTED = register("accounts.role.granted", _("A role was given"))
ROLE_REVOKED = register("accounts.role.revoked", _("A role was taken back"))
USER_CREATED = register("accounts.user.created", _("A staff account was made"))
STAFF_SIGNED_IN = register("accounts.staff.signed_in", _("A member of staff signed in"))
USER_STOPPED = register("accounts.user.stopped", _("A staff account was stopped"))
USER_REOPENED = register("accounts.user.reopened", _("A staff account was opened again"))
PASSWORD_REPLACED = register("accounts.user.password_replaced", _("A new first password was given"))
PASSWORD_CHOSEN = register("accounts.user.password_chosen", _("A person chose a new password"))
SESSIONS_ENDED = register("accounts.user.sessions_ended", _("All sign-ins of a person were ended"))
SECOND_FACTOR_SET_UP = register("accounts.user.second_factor_set_up", _("A second factor was set up"))
SECOND_FACTOR_RESET = register("accounts.user.second_factor_reset", _("A second factor was reset"))
CODE_ISSUED = register("accounts.return_code.issued", _("A return code was given"))
CODE_REVOKED = register("accounts.return_code.revoked", _("A return code was ended"))
PAGE_OPENED = register("accounts.holder.entered", _("The page was opened by a family"))
SAFE_WORD_SHOWN = register("accounts.safe_word.shown", _("The safe word was shown before a call"))
SAFE_WORD_WRONG = register("accounts.recovery.wrong_word", _("A wrong safe word was said"))
PIN_CHANGED = register("accounts.pin.changed", _("The PIN beside the code was changed"))
PIN_WRONG = register("accounts.pin.wrong", _("A wrong PIN was given beside a right code"))
PAGE_FROZEN = register("accounts.holder.frozen", _("The page was closed to protect its owner"))
WAY_ADDED = register("accounts.way.added", _("A further way into the page was added"))
WAY_REMOVED = register("accounts.way.removed", _("A further way into the page was taken away"))
APP_CODE_WRONG = register("accounts.way.wrong_app_code", _("A wrong code from the app was given beside a right phrase"))
RECOVERY_REQUESTED = register("accounts.recovery.requested", _("A new code was asked for"))
RECOVERY_FACTS_WRONG = register("accounts.recovery.wrong_facts", _("Too little of what a caller said was right"))
RECOVERY_NUMBER_WRONG = register("accounts.recovery.wrong_number", _("A wrong number was said for a new code"))
RECOVERY_STOPPED = register("accounts.recovery.stopped", _("A new code was stopped by the owner of the page"))
RECOVERY_APPROVED = register("accounts.recovery.approved", _("A new code was approved by a second person"))
RECOVERY_REFUSED = register("accounts.recovery.refused", _("A new code was refused"))
