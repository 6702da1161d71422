"""The page types of the public site, one module each."""

from .case_update import CaseUpdatePage
from .guide import GuideIndexPage, GuidePage
from .home import HomePage
from .organization import OrganizationPage

__all__ = ["CaseUpdatePage", "GuideIndexPage", "GuidePage", "HomePage", "OrganizationPage"]
