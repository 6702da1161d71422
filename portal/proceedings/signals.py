"""What this floor tells higher ones: news about a proceeding was published."""

from django.dispatch import Signal

# Sent on commit with `proceeding_id` (UUID) and `translation_key` (UUID of the page in any language).
update_published = Signal()
