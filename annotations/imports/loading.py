"""JSON from strangers: parsed once, and asked for what it should hold."""

import json
from datetime import MAXYEAR, MINYEAR, datetime
from typing import Any
from uuid import UUID

from annotations.imports.document import ImportFault


def loaded(data: bytes) -> Any:
    """What the bytes say; None where they are no JSON."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def check_json(data: bytes) -> None:
    """ImportFault where the bytes are no JSON, though they begin so."""
    try:
        json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ImportFault("broken", detail=str(error)[:120]) from error


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, or the one object that stands for a list of one."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def words(value: Any) -> str:
    """A text, or nothing where something else stands in its place. Half a surrogate pair is no character."""
    if not isinstance(value, str):
        return ""
    return value.replace("\r\n", "\n").replace("\x00", "").encode("utf-8", "replace").decode()


def place(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31 else -1


def moment(value: Any) -> datetime | None:
    """An aware time in ISO 8601; None where it is none or names no offset, or no other clock could show it."""
    found = iso(words(value))
    return found if found and found.tzinfo else None


def iso(said: str) -> datetime | None:
    """The time, aware or not. In the first year and the last some time zones have no name for a day."""
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return None
    return found if MINYEAR < found.year < MAXYEAR else None


def require(condition: object, detail: str) -> None:
    if not condition:
        raise ImportFault("broken", detail=detail)


def uuid_of(id: str) -> str:
    """The UUID that the identifier is or ends in; empty where it has none."""
    try:
        return str(UUID(id.rpartition("/")[2].removeprefix("urn:uuid:")))
    except ValueError:
        return ""
