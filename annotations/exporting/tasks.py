"""What the worker beside the server does; each takes ids only and may be started twice."""

from django_tasks import task

from annotations.exporting import writing


@task()
def write_export(export_id: int) -> None:
    writing.write(export_id)
