"""Base settings: the parts, composed."""

from .parts.accounts import *  # noqa: F403
from .parts.apps import *  # noqa: F403
from .parts.cms import *  # noqa: F403
from .parts.databases import *  # noqa: F403
from .parts.environment import *  # noqa: F403
from .parts.evidence import *  # noqa: F403
from .parts.files import *  # noqa: F403
from .parts.jobs import *  # noqa: F403
from .parts.languages import *  # noqa: F403
from .parts.logs import *  # noqa: F403
from .parts.product import *  # noqa: F403
from .parts.security import *  # noqa: F403

DEBUG = False
