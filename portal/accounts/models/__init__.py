"""Users with their roles, and access holders with their ways in (floor 2)."""

from .access_holders import AccessHolder, CodeRecovery, ReturnCode
from .alerts import Alert
from .planted import PlantedRecord
from .trained import TrainedGrant
from .users import RoleGrant, User
from .ways_in import Passkey, SignInName

__all__ = [
    "AccessHolder",
    "Alert",
    "CodeRecovery",
    "Passkey",
    "PlantedRecord",
    "ReturnCode",
    "RoleGrant",
    "SignInName",
    "TrainedGrant",
    "User",
]
