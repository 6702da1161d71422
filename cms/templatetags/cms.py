"""Tags of the public site."""

from django import template
from django.utils.translation import get_language

from cms.updates import Update, newest_updates
from portal.core.languages import language
from portal.organizations.models import Organization
from portal.proceedings.models import Proceeding

register = template.Library()

MOST = 20


@register.simple_tag
def case_updates(
    proceeding: Proceeding | None = None, organization: Organization | None = None, limit: int = MOST
) -> list[Update]:
    """The newest reports of organizations for the reader, of all or about one proceeding or of one organization."""
    code = language(get_language()).code
    return newest_updates(language=code, limit=min(limit, MOST), proceeding=proceeding, organization=organization)
