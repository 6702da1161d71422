"""What this app tells higher floors."""

from django.dispatch import Signal

# Sent on commit with `batch_id`: an import made or changed records, so that they are compared anew.
detainees_changed = Signal()
