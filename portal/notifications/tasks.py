"""Background work of this app. Arguments are ids and numbers as text: the task table keeps them readable."""

import uuid

from django.utils import timezone
from django_tasks import task

from portal.notifications.services.delivery import attempt


@task()
def deliver_message(delivery_id: str, attempts: str) -> None:
    """Try to send one message; on a passing problem come back later, each time later than before."""
    tried = int(attempts)
    wait = attempt(delivery_id=uuid.UUID(delivery_id), attempts=tried)
    if wait is not None:
        deliver_message.using(run_after=timezone.now() + wait).enqueue(delivery_id, str(tried + 1))
