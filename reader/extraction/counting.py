"""Numbers as numbering formats write them (names of ECMA-376, ST_NumberFormat): 一、（一）① 甲 iv 01."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_COUNTING = ("零一二三四五六七八九", "十百千", "万")
_LEGAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万")
_LEGAL_TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
# A roman number of thousands would be a line of m.
_LARGEST_ROMAN, _LARGEST_COUNTED = 4999, 99_999_999
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def numeral(count: int, form: str) -> str:
    """The number in this format; in figures where the format is unknown or has no such number."""
    written = _FORMS.get(form, str)(count) if count >= 0 else ""
    return written or str(count)


def _counted(count: int, signs: tuple[str, str, str]) -> str:
    """一百零一, 一百一十; a ten at the start is bare in the common signs: 十一."""
    if count > _LARGEST_COUNTED:
        return ""
    if count >= 10_000:
        high, low = divmod(count, 10_000)
        rest = ("" if low >= 1000 else signs[0][0]) + _counted(low, signs) if low else ""
        return _counted(high, signs) + signs[2] + rest
    written = _below_ten_thousand(count, signs[0], signs[1]) or signs[0][0]
    return written[1:] if signs is _COUNTING and 10 <= count < 20 else written


def _below_ten_thousand(count: int, digits: str, units: str) -> str:
    written, gap = "", False
    for place in (3, 2, 1, 0):
        digit = count // 10**place % 10
        if digit:
            written += (digits[0] if gap and written else "") + digits[digit] + (units[place - 1] if place else "")
        gap = not digit
    return written


def _roman(count: int) -> str:
    if not 0 < count <= _LARGEST_ROMAN:
        return ""
    written = ""
    for worth, sign in _ROMAN:
        written += sign * (count // worth)
        count %= worth
    return written


def _letters(count: int) -> str:
    """After z come aa, bb, cc, as Word counts."""
    rounds, place = divmod(count - 1, len(_ALPHABET))
    return _ALPHABET[place] * (rounds + 1) if 0 < count <= 780 else ""


def _of(signs: str) -> Callable[[int], str]:
    """The signs in turn, the first for one."""
    return lambda count: signs[count - 1] if 0 < count <= len(signs) else ""


def _run(*runs: tuple[int, int]) -> str:
    return "".join(chr(first + at) for first, length in runs for at in range(length))


def _chinese(count: int) -> str:
    return _counted(count, _COUNTING)


def _digital(count: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(count))


def _wide(count: int) -> str:
    return "".join(chr(0xFF10 + int(digit)) for digit in str(count))


_CIRCLED = _of(_run((0x2460, 20), (0x3251, 15), (0x32B1, 15)))
_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        "chineseCounting chineseCountingThousand japaneseCounting taiwaneseCounting taiwaneseCountingThousand".split(),
        _chinese,
    ),
    **dict.fromkeys("ideographDigital japaneseDigitalTenThousand taiwaneseDigital".split(), _digital),
    **dict.fromkeys("decimalEnclosedCircle decimalEnclosedCircleChinese".split(), _CIRCLED),
    **dict.fromkeys("decimalFullWidth decimalFullWidth2".split(), _wide),
    "chineseLegalSimplified": lambda count: _counted(count, _LEGAL),
    "decimalEnclosedFullstop": _of(_run((0x2488, 20))),
    "decimalEnclosedParen": _of(_run((0x2474, 20))),
    "decimalZero": lambda count: f"{count:02d}",
    "ideographEnclosedCircle": _of(_run((0x3280, 10))),
    "ideographLegalTraditional": lambda count: _counted(count, _LEGAL_TRADITIONAL),
    "ideographTraditional": _of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _of("子丑寅卯辰巳午未申酉戌亥"),
    "lowerLetter": _letters,
    "lowerRoman": _roman,
    "numberInDash": lambda count: f"- {count} -",
    "upperLetter": lambda count: _letters(count).upper(),
    "upperRoman": lambda count: _roman(count).upper(),
}
