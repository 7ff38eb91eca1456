"""Static files under names that carry their hash: module imports rewritten, comments left out, compressed once."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin
from whitenoise.storage import CompressedManifestStaticFilesStorage

HASHED = re.compile(r"\.[0-9a-f]{12}\.(?!map$)\w+$")
# Our own files; a fifth of what they weigh, compressed, is comments and indents that a browser has no use for.
OWN = {"js/": jsmin, "css/": cssmin}


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, with the hashing of ES module imports switched on."""

    support_js_module_import_aggregation = True

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Only what pages ask for, the hashed names, and only once: what such a name holds never changes."""
        hashed = [path for path in paths if HASHED.search(path)]
        for path in hashed:
            self._minify(path)
        return super().compress_files([path for path in hashed if not self.exists(f"{path}.gz")])

    def _minify(self, path: str) -> None:
        for folder, minified in OWN.items():
            if path.startswith(folder):
                file = Path(self.path(path))
                file.write_text(minified(file.read_text(encoding="utf-8")), encoding="utf-8")
