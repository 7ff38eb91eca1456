"""What happens here when the reader app makes a new text version."""


def connect() -> None:
    """Placeholder until written below."""
