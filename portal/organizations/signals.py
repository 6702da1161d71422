"""What this app tells higher floors."""

from django.dispatch import Signal

# Sent on commit with `organization`.
organization_saved = Signal()
# Sent on commit with `user` and `organization`.
membership_changed = Signal()
