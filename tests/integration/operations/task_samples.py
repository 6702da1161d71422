"""Tasks for the tests of the worker."""

from django_tasks import task

done: list[str] = []


@task()
def remember(word: str) -> None:
    done.append(word)


@task()
def fail_with_a_name(name: str) -> None:
    raise ValueError(f"cannot handle {name}")


@task(takes_context=True)
def remember_own_id(context) -> None:
    done.append(context.task_result.id)
