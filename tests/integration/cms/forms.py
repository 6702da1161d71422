"""What a browser sends when an editor saves a report."""

import uuid

from cms.models import CaseUpdatePage


def report_form(page: CaseUpdatePage, **changes) -> dict[str, str]:
    """The fields of the edit form with one paragraph in the body."""
    form = {
        "title": page.title,
        "slug": page.slug,
        "proceeding": str(page.proceeding_id),
        "reported_on": page.reported_on.isoformat(),
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "paragraph",
        "body-0-id": str(uuid.uuid4()),
        "body-0-value": "Our lawyers were there.",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "comment_notifications": "",
    }
    return {**form, **{name.replace("__", "-"): value for name, value in changes.items()}}
