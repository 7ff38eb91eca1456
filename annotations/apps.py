"""The annotations app: highlights, and the themes they are tagged with."""

from django.apps import AppConfig


class AnnotationsConfig(AppConfig):
    name = "annotations"
    verbose_name = "圈点"

    def ready(self) -> None:
        from annotations import receiving
        from reader import sandbox

        receiving.connect()
        sandbox.warm("annotations.imports.codebook")
