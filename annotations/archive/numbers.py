"""What the archive's rows are called here: its numbers, names and files as the values of new rows."""

from collections import defaultdict
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import BinaryField, Field, Model

from annotations.archive.checking import ArchiveError, Checked
from annotations.archive.tables import EMBEDDED, SUBJECTS, fields, label, target
from annotations.models import Event


class Numbers:
    """`here` tells, by model, the number that a row of the archive has got. A reference to a row that comes later is
    left open; `settle` fills it in."""

    def __init__(self, archive: Checked, people: dict[str, int]) -> None:
        self.archive, self.people = archive, people
        self.here: dict[type[Model], dict[int, int]] = defaultdict(dict)
        self._open: list[tuple[type[Model], int, Field, int]] = []

    def values(self, model: type[Model], row: dict[str, Any]) -> dict[str, Any]:
        """The fields of the new row. A field that an older archive lacks keeps its default."""
        known = {field.name: field for field in fields(model)}
        strange = row.keys() - known.keys() - {"id"}
        if strange or not isinstance(row.get("id", 0), int):
            raise ArchiveError("broken", name=f"{label(model)}: {', '.join(sorted(strange)) or 'id'}"[:80])
        return {known[name].attname: self._value(known[name], row) for name in row.keys() & known.keys()}

    def settle(self) -> None:
        for model, number, field, wanted in self._open:
            found = self.here[target(field)].get(wanted)  # type: ignore[index]
            if found is None:
                raise ArchiveError("broken", name=f"{label(model)}: {field.name} {wanted}")
            model._default_manager.filter(pk=self.here[model][number]).update(**{field.attname: found})

    def _value(self, field: Field, row: dict[str, Any]) -> Any:
        value = row[field.name]
        if isinstance(field, BinaryField):
            return self._original(value)
        if target(field) is User:
            return self.people.get(value)
        if target(field):
            return self._reference(field, row)
        if field.model is Event:
            value = self._embedded(field.name, value, row)
        return _plain(field, value)

    def _reference(self, field: Field, row: dict[str, Any]) -> int | None:
        wanted = row[field.name]
        found = self.here[target(field)].get(wanted)  # type: ignore[index]
        if wanted is not None and found is None:
            self._open.append((field.model, row["id"], field, wanted))
        return found

    def _original(self, name: Any) -> bytes:
        data = self.archive.original(str(name))
        if sha256(data).hexdigest() != name:
            raise ArchiveError("broken", name=f"originals/{name}"[:80])
        return data

    def _embedded(self, name: str, value: Any, row: dict[str, Any]) -> Any:
        if name == "subject_id" and row.get("subject") in SUBJECTS:
            return str(self._number(SUBJECTS[row["subject"]], value))
        if name in ("before", "after") and isinstance(value, dict):
            return {key: self._renumbered(key, item) for key, item in value.items()}
        return value

    def _renumbered(self, key: str, value: Any) -> Any:
        if key == "author":
            return self.people.get(value)
        if key not in EMBEDDED or value is None:
            return value
        if isinstance(value, list):
            return [self._number(EMBEDDED[key], item) for item in value]
        return self._number(EMBEDDED[key], value)

    def _number(self, model: type[Model], value: Any) -> int:
        """A row that is gone gets a number that no row here has."""
        try:
            number = int(value)
        except (TypeError, ValueError) as error:
            raise ArchiveError("broken", name=f"annotations.event: {value}"[:80]) from error
        return self.here[model].get(number, -abs(number))


def _plain(field: Field, value: Any) -> Any:
    try:
        value = field.to_python(value)
    except ValidationError as error:
        raise ArchiveError("broken", name=f"{label(field.model)}: {field.name}") from error
    if isinstance(value, str) and field.max_length and len(value) > field.max_length:
        raise ArchiveError("broken", name=f"{label(field.model)}: {field.name}")
    if field.choices and value not in (None, "", *(choice for choice, _ in field.flatchoices)):
        raise ArchiveError("broken", name=f"{label(field.model)}: {field.name}")
    return value
