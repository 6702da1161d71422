"""Who registers, how she is reached, and whom she names (floor 5)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ApplicantKind(models.TextChoices):
    """Who applies."""

    RELATIVE = "relative", _("A relative")
    SURVIVOR = "survivor", _("I survived, and I speak for myself")
    FRIEND = "friend", _("A friend or neighbour")
    HELPER = "helper", _("Somebody who helps the family")
    ORGANIZATION = "organization", _("Organization")


class ContactWish(models.TextChoices):
    """How she wants to be reached."""

    EMAIL = "email", _("E-mail")
    CALL = "call", _("A person calls me")
    CODE = "code", _("I will come back with my code")


class Relationship(models.TextChoices):
    """What the applicant is to the person sought. Aunts, uncles and cousins are told apart."""

    SELF = "self", _("Myself")
    MOTHER = "mother", _("Mother")
    FATHER = "father", _("Father")
    WIFE = "wife", _("Wife")
    HUSBAND = "husband", _("Husband")
    FIANCE = "fiance", _("Fiancé or fiancée")
    DAUGHTER = "daughter", _("Daughter")
    SON = "son", _("Son")
    SISTER = "sister", _("Sister")
    BROTHER = "brother", _("Brother")
    HALF_SIBLING = "half_sibling", _("Half-brother or half-sister")
    MILK_SIBLING = "milk_sibling", _("Milk brother or milk sister")
    GRANDFATHER = "grandfather", _("Grandfather")
    GRANDMOTHER = "grandmother", _("Grandmother")
    GRANDCHILD = "grandchild", _("Grandchild")
    UNCLE_PATERNAL = "uncle_paternal", _("Paternal uncle")
    AUNT_PATERNAL = "aunt_paternal", _("Paternal aunt")
    UNCLE_MATERNAL = "uncle_maternal", _("Maternal uncle")
    AUNT_MATERNAL = "aunt_maternal", _("Maternal aunt")
    COUSIN_UNCLE_PATERNAL = "cousin_uncle_paternal", _("Child of paternal uncle")
    COUSIN_AUNT_PATERNAL = "cousin_aunt_paternal", _("Child of paternal aunt")
    COUSIN_UNCLE_MATERNAL = "cousin_uncle_maternal", _("Child of maternal uncle")
    COUSIN_AUNT_MATERNAL = "cousin_aunt_maternal", _("Child of maternal aunt")
    NIBLING_BROTHER = "nibling_brother", _("Brother's child")
    NIBLING_SISTER = "nibling_sister", _("Sister's child")
    IN_LAW = "in_law", _("Relative by marriage")
    GUARDIAN = "guardian", _("Guardian")
    NEIGHBOUR = "neighbour", _("Neighbour")
    FRIEND = "friend", _("Friend")
    FELLOW_DETAINEE = "fellow_detainee", _("Held together with the person")
    LAWYER = "lawyer", _("Lawyer")
    ORGANIZATION = "organization", _("Organization")
    OTHER = "other", _("Other")


class Sex(models.TextChoices):
    """As told or written. On a list it is unknown; in a family's own form that, not said and not asked differ."""

    FEMALE = "female", _("Woman or girl")
    MALE = "male", _("Man or boy")
    UNKNOWN = "unknown", _("Unknown")
    UNSAID = "unsaid", _("I prefer not to say")
    NOT_ASKED = "not_asked", _("Not asked yet")


class Knowledge(models.TextChoices):
    """Different answers that must not be confused: known, not known, not said, not asked."""

    KNOWN = "known", _("Known")
    UNKNOWN = "unknown", _("I do not know")
    UNSAID = "unsaid", _("I prefer not to say")
    NOT_ASKED = "not_asked", _("Not asked yet")


class NameKind(models.TextChoices):
    """What kind of name a row holds."""

    OFFICIAL = "official", _("As on papers")
    EVERYDAY = "everyday", _("What people call the person")
    ALIAS = "alias", _("Another name or spelling")
    FORCED = "forced", _("A name forced on the person")
    BIRTH = "birth", _("Name at birth")
    MARRIED = "married", _("Name after marriage")
    WAR = "war", _("Name used in an armed group")
    RELIGIOUS = "religious", _("Religious name")
    SOURCE = "source", _("As the source writes it")
