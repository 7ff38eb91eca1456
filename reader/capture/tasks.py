"""The reader app's background tasks: they take ids and hand over."""

from django_tasks import task


@task()
def bring_in(project: int, item: int) -> None:
    """Bring one item of a batch in."""
    from reader.capture import batches  # It queues this task.

    batches.run(project, item)
