"""What this app tells higher floors."""

from django.dispatch import Signal

# Sent on commit with `registration_id`: content, consent or state changed in a way that matters to comparison.
registration_changed = Signal()
