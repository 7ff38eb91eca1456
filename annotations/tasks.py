"""What the worker beside the server does; each takes ids only and may be started twice."""

from django_tasks import task

from annotations import export_writing


@task()
def write_export(export_id: int) -> None:
    export_writing.write(export_id)
