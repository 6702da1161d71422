"""What a name is made of: tokens with their roles, and the chain given - father - grandfather - family. Floor 0."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["given", "father", "grandfather", "family", "other"]
CHAIN: tuple[Role, ...] = ("given", "father", "grandfather", "family")


@dataclass(frozen=True, slots=True)
class Token:
    """One name of a chain; a compound (Abd al-Rahman, Salah al-Din) is one token.

    ``text`` as written without article; ``word`` what is compared and indexed (no spaces); ``folded`` the loose key;
    ``script`` ISO 15924; ``language`` a guess: ``ar``, ``ckb``, ``ku``, ``de``, ``fr`` or ``und``.
    """

    text: str
    word: str
    folded: str
    script: str
    language: str
    role: Role = "other"
    article: bool = False
    initial: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as parsed. Texts are as written; ``tokens`` hold the chain only, in order of roles.

    ``mother_tokens`` and ``kunya_tokens`` stand beside: the mother's name is her own, the kunya is without Abu / Umm.
    ``nisba`` and ``tribe`` repeat the part of the chain that is one (al-Jubouri; Al Saud, tribe of Shammar);
    ``particles`` (ibn, bint) and ``titles`` (Dr, الشيخ, Mela) are kept and never compared. A chain longer than four has
    its further ancestors in the role "other" and its last part as the family. An alias, or a name given in captivity,
    is a Name of its own. A name without tokens is empty or was only "unknown".
    """

    text: str = ""
    given: str = ""
    father: str = ""
    grandfather: str = ""
    family: str = ""
    kunya: str = ""
    mother: str = ""
    tokens: tuple[Token, ...] = ()
    kunya_tokens: tuple[Token, ...] = ()
    mother_tokens: tuple[Token, ...] = ()
    nisba: str = ""
    tribe: str = ""
    particles: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    def token(self, role: Role) -> Token | None:
        """The token that holds ``role``, or None."""
        return next((token for token in self.tokens if token.role == role), None)

    @property
    def is_identifying(self) -> bool:
        """Whether there is more than initials or a single name: less can never be matched by name alone."""
        return sum(not token.initial for token in self.tokens) >= 2

    def __bool__(self) -> bool:
        return bool(self.tokens or self.kunya_tokens)
