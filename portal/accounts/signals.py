"""What this app tells higher floors."""

from django.dispatch import Signal

# Sent on commit with `user`.
roles_changed = Signal()
