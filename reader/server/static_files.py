"""Static files under names that carry their hash, compressed once, module imports rewritten."""

import re
from collections.abc import Iterable, Iterator

from whitenoise.storage import CompressedManifestStaticFilesStorage

HASHED = re.compile(r"\.[0-9a-f]{12}\.(?!map$)\w+$")


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, with the hashing of ES module imports switched on."""

    support_js_module_import_aggregation = True

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Only what pages ask for, the hashed names, and only once: what such a name holds never changes."""
        return super().compress_files([path for path in paths if HASHED.search(path) and not self.exists(f"{path}.gz")])
