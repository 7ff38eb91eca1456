"""The background tasks of batches: they take ids and hand over."""

from django_tasks import task

from reader.capture import queries, running

# Of articles cleaned anew so many are in the queue at once: each task is a row to write, and all is one transaction.
AHEAD = 100
# Thousands of articles cleaned anew let through what somebody waits for.
LATER = -10


@task()
def bring_in(project: int, item: int) -> None:
    """Bring one item of a batch in, or do what else its batch is for."""
    running.run(project, item)


@task(priority=LATER)
def reclean(project: int, item: int) -> None:
    """Do what the item of an article asks for, and queue the one that is so many places behind it."""
    try:
        running.run(project, item)
    finally:
        for behind in queries.waiting_behind(project, item, AHEAD):
            reclean.enqueue(project, behind)
