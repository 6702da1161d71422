"""Roles of staff and of organizations (floor 2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a member of staff may do; see docs/roles-and-permissions.md."""

    CASEWORKER = "caseworker", _("Caseworker")
    REVIEWER = "reviewer", _("Reviewer")
    SUPERVISOR = "supervisor", _("Supervisor")
    DATA_STEWARD = "data_steward", _("Data steward")
    ORGANIZATION_EDITOR = "organization_editor", _("Organization editor")
    ORGANIZATION_CASEWORKER = "organization_caseworker", _("Organization caseworker")
    MODERATOR = "moderator", _("Moderator")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")


# Who enters /office/, who enters /cms/, and who enters /helping/.
OFFICE_ROLES = frozenset(
    {Role.CASEWORKER, Role.REVIEWER, Role.SUPERVISOR, Role.DATA_STEWARD, Role.AUDITOR, Role.ADMINISTRATOR}
)
EDITOR_ROLES = frozenset({Role.ORGANIZATION_EDITOR, Role.MODERATOR})
# Who can be trained for what only trained people read: those who speak with families.
TRAINED_ROLES = frozenset({Role.CASEWORKER, Role.SUPERVISOR})
# Who can be let into records of people who may be under 18: those who work with records of detained people.
MINORS_ROLES = frozenset({Role.REVIEWER, Role.SUPERVISOR, Role.DATA_STEWARD})
HELPER_ROLES = frozenset({Role.ORGANIZATION_CASEWORKER})


class TrainedFor(models.TextChoices):
    """What a supervisor vouches for; one grant never stands for the other."""

    SEALED_NOTES = "sealed_notes", _("Sealed notes")
    MINORS = "minors", _("Records of people who may be under 18")


# The roles beside which each grant is in force.
ROLES_TRAINED_FOR: dict[str, frozenset[Role]] = {
    TrainedFor.SEALED_NOTES: TRAINED_ROLES,
    TrainedFor.MINORS: MINORS_ROLES,
}


class AlertKind(models.TextChoices):
    """What supervisors and auditors are told."""

    MANY = "many", _("Many records were opened within a short time")
    PLANTED = "planted", _("A record was opened to which nobody’s work leads")
    FROZEN = "frozen", _("So much was opened that this account reads nothing until somebody lifts it")


class AlertAnswer(models.TextChoices):
    """What a second person found out."""

    WORK = "work", _("Asked: it was needed for the work")
    ERROR = "error", _("Asked: it was a mistake, and it was talked over")
    NOT_THEY = "not_they", _("It was somebody else: the account is safe again")
    HANDED_ON = "handed_on", _("Handed on to those who look into it")
