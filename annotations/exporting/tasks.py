"""What the worker beside the server does; each takes ids only and may be started twice."""

from django_tasks import task

from annotations.exporting import writing
from reader.articles import postings


@task()
def write_export(export_id: int) -> None:
    writing.write(export_id)


@task()
def cut_texts(project_id: int) -> None:
    """Cut the project's texts by its words as they are now."""
    from annotations.codebook import terms  # What changes the words queues this task.

    terms.settle(project_id)
    postings.catch_up(project_id)
