"""What the worker beside the server does; each takes ids only and may be started twice."""

from django_tasks import task

from annotations import export_writing
from reader import cutting


@task()
def write_export(export_id: int) -> None:
    export_writing.write(export_id)


@task()
def cut_texts(project_id: int) -> None:
    """Cut the project's texts by its words as they are now."""
    from annotations import vocabulary  # What changes the words queues this task.

    vocabulary.settle(project_id)
    cutting.catch_up(project_id)
