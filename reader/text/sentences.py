"""Where sentences begin and end. Quotation marks and brackets are kept whole."""

OPENING = "“‘《〈「『（(【［["
CLOSING = "”’》〉」』）)】］]"
ENDING = "。！？!?…；;"
# A pair that never closes within so many characters is a slip of the writer; sentences inside it count again.
PATIENCE = 200


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans [start, end) in code points, in order, without the white space around them. A newline ends a sentence;
    an ending mark inside quotation marks or brackets does not, unless the quotation is the sentence's end."""
    spans, start, depth, opened = [], 0, 0, 0
    for position, sign in enumerate(text):
        if sign in OPENING:
            depth, opened = depth + 1, position if not depth else opened
        elif sign in CLOSING:
            depth = max(0, depth - 1)
        if depth and position - opened > PATIENCE:
            depth = 0
        if sign == "\n" or (not depth and _ends(text, position)):
            spans.append((start, position + 1))
            start, depth = position + 1, 0
    spans.append((start, len(text)))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _ends(text: str, position: int) -> bool:
    """Whether a sentence ends after this sign: an ending mark, or a closing one right behind it."""
    following = text[position + 1 : position + 2]
    if following and (following in ENDING or following in CLOSING):
        return False
    sign = text[position]
    return sign in ENDING or (sign in CLOSING and position > 0 and text[position - 1] in ENDING)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
