"""The API with all of its routes; those of the annotations app are named, for it is not imported here."""

from reader.api.errors import api, router

__all__ = ["api"]

api.add_router("/", router)
for module in ("reader.api.people", "annotations.api.desk", "annotations.api.exports", "annotations.api.suggestions"):
    api.add_router("/", f"{module}.router")
