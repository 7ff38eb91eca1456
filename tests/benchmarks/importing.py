"""What bringing an article in costs: the processor time of each part, and of the whole.

Usage: python tests/benchmarks/importing.py [FOLDER OF SAVED PAGES]
Without a folder the golden pages are brought in. Process CPU time, one core, warm; a database of its own.
"""

import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

# What is measured, by the name it is called by. What is inside another is counted in both.
PARTS = {
    "cleaning": "reader.capture.importing.cleaned",
    "cutting into words": "reader.articles.preparing.boundaries",
    "the index of terms": "reader.articles.postings.indexed",
    "writing the index": "reader.articles.versions.index",
    "the index of blocks": "reader.articles.blocks.index",
    "reposts": "reader.articles.reposts.compared",
    "themes": "annotations.themes.proposing.derive",
}


def timed(name: str, work: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def run(*args: Any, **kwargs: Any) -> Any:
        started = time.process_time()
        try:
            return work(*args, **kwargs)
        finally:
            spent[name] += time.process_time() - started

    return run


def bring_in(pages: list[bytes], spent: dict[str, float]) -> int:
    """How many were kept as new articles."""
    from django.contrib.auth.models import User

    from reader.capture.importing import import_capture
    from reader.cleaning.captures import Capture
    from reader.extraction import ExtractionError
    from reader.projects import changing

    user, _ = User.objects.get_or_create(username="benchmark")
    project, kept = changing.create(user, "测量"), 0
    for data in pages:
        try:
            kept += import_capture(project, user, Capture(data)).created
        except ExtractionError:
            spent["refused"] += 1
    return kept


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "pages"
    pages = [file.read_bytes() for file in sorted(folder.rglob("*.html"))]
    with tempfile.TemporaryDirectory() as data:
        os.environ |= {"QUANDIAN_DATA": data, "DJANGO_SETTINGS_MODULE": "reader.settings"}
        import django
        from django.core.management import call_command
        from django.utils.module_loading import import_string

        django.setup()
        call_command("migrate", verbosity=0)
        bring_in(pages[:10], defaultdict(float))
        spent: dict[str, float] = defaultdict(float)
        patches = [patch(path, timed(name, import_string(path), spent)) for name, path in PARTS.items()]
        for one in patches:
            one.start()
        started = time.process_time()
        kept = bring_in(pages, spent)
        whole = time.process_time() - started
    print(f"{kept} articles of {len(pages)} pages, {spent.pop('refused', 0):.0f} refused")
    for name, seconds in spent.items():
        print(f"{name:22}{1000 * seconds / kept:8.1f} ms")
    print(f"{'a whole import':22}{1000 * whole / kept:8.1f} ms")


if __name__ == "__main__":
    main()
