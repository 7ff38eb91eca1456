"""The background tasks of batches: they take ids and hand over."""

from django_tasks import task

from reader.capture import running


@task()
def bring_in(project: int, item: int) -> None:
    """Bring one item of a batch in, or do what else its batch is for."""
    running.run(project, item)
