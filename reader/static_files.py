"""Static files under names that carry their hash, compressed once, module imports rewritten."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's storage, with the hashing of ES module imports switched on."""

    support_js_module_import_aggregation = True
