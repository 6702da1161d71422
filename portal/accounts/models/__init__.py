"""Users with their roles, and access holders with their return codes (floor 2)."""

from .access_holders import AccessHolder, CodeRecovery, ReturnCode
from .trained import TrainedGrant
from .users import RoleGrant, User

__all__ = ["AccessHolder", "CodeRecovery", "ReturnCode", "RoleGrant", "TrainedGrant", "User"]
