"""Who may open the addresses for machines and the style guide: everybody, they say nothing about anybody."""

ROWS = {
    "healthz": {"public": True},
    # Without the gateway's signature there is nothing here for anybody.
    "sms-report": {"allowed": set(), "method": "post"},
    "robots": {"public": True},
    "sitemap": {"public": True},
    "design": {"public": True},
}
