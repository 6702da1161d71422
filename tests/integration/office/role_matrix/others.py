"""Rows of what nobody here wrote. A module of the area itself takes precedence."""

ROWS = {
    "wagtail_serve": {"public": True, "args": [""]},
    "closed_page_login": {"public": True},
    "wagtailcore_login": {"public": True},
    "wagtailcore_authenticate_with_password": {
        "public": True,
        "kwargs": {"page_view_restriction_id": 1, "page_id": 1},
    },
}
