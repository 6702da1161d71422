"""Who may open the addresses for machines: everybody, they say nothing about anybody."""

ROWS = {
    "healthz": {"public": True},
    "robots": {"public": True},
    "sitemap": {"public": True},
}
