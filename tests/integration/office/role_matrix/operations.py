"""Who may open the addresses for machines and the style guide: everybody, they say nothing about anybody."""

ROWS = {
    "healthz": {"public": True},
    "robots": {"public": True},
    "sitemap": {"public": True},
    "design": {"public": True},
}
