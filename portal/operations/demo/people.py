"""Demonstration staff: one per role, two reviewers and two supervisors because two are needed. Invented."""

from dataclasses import dataclass

from portal.accounts.enums import Role


@dataclass(frozen=True)
class StaffMember:
    """`organization` is the slug of the one an editor writes for, a caseworker helps for or an auditor is from."""

    username: str
    display_name: str
    language: str
    role: str
    organization: str = ""

    @property
    def password(self) -> str:
        """Fixed and printed: it opens invented people's pages, and in a demonstration only."""
        return f"{self.username}-2026-olive"


STAFF = (
    StaffMember("demo-caseworker", "Nermîn Hesko", "ku", Role.CASEWORKER),
    StaffMember("demo-reviewer", "هدى الراوي", "ar", Role.REVIEWER),
    StaffMember("demo-reviewer-two", "شنۆ عەبدوڵڵا", "ckb", Role.REVIEWER),
    StaffMember("demo-supervisor", "Miriam Toma", "en", Role.SUPERVISOR),
    StaffMember("demo-supervisor-two", "سلوى كركجي", "ar", Role.SUPERVISOR),
    StaffMember("demo-steward", "Jonas Albrecht", "en", Role.DATA_STEWARD),
    StaffMember("demo-editor", "رنا الحمصي", "ar", Role.ORGANIZATION_EDITOR, "olive-branch-archive"),
    StaffMember("demo-editor-two", "Berîvan Elî", "ku", Role.ORGANIZATION_EDITOR, "families-of-the-two-rivers"),
    StaffMember("demo-helper", "Evîn Sileman", "ku", Role.ORGANIZATION_CASEWORKER, "families-of-the-two-rivers"),
    StaffMember("demo-moderator", "دلێر سابیر", "ckb", Role.MODERATOR),
    StaffMember("demo-auditor", "Ingrid Solheim", "en", Role.AUDITOR, "olive-branch-archive"),
    StaffMember("demo-administrator", "Yousif Georgis", "en", Role.ADMINISTRATOR),
)
