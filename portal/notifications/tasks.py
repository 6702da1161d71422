"""Background work of this app. Arguments are ids and numbers as text: the task table keeps them readable."""

import uuid

from django.utils import timezone
from django_tasks import task

from portal.notifications.services.delivery import attempt, safe_in
from portal.notifications.services.staff_delivery import attempt_staff_mail


@task()
def deliver_message(delivery_id: str, attempts: str) -> None:
    """Try to send one message in the hours she chose; on a passing problem come back later and later."""
    tried = int(attempts)
    until_safe = safe_in(delivery_id=uuid.UUID(delivery_id))
    if until_safe is not None:
        deliver_message.using(run_after=timezone.now() + until_safe).enqueue(delivery_id, attempts)
        return
    wait = attempt(delivery_id=uuid.UUID(delivery_id), attempts=tried)
    if wait is not None:
        deliver_message.using(run_after=timezone.now() + wait).enqueue(delivery_id, str(tried + 1))


@task()
def deliver_staff_mail(mail_id: str, attempts: str) -> None:
    """Try to send one mail to the office; on a passing problem come back later and later."""
    tried = int(attempts)
    wait = attempt_staff_mail(mail_id=uuid.UUID(mail_id), attempts=tried)
    if wait is not None:
        deliver_staff_mail.using(run_after=timezone.now() + wait).enqueue(mail_id, str(tried + 1))
