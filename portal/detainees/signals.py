"""What this app tells higher floors."""

from django.dispatch import Signal

# Sent on commit: a list, or what people entered, made or changed records, so that they are compared anew.
detainees_changed = Signal()
