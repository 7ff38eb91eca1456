"""The background tasks of taking articles in: they take ids and hand over."""

from django_tasks import task

from reader.capture import bringing


@task()
def bring_in(project: int, item: int) -> None:
    """Bring one item of a batch in."""
    bringing.run(project, item)
