"""Writes characters.tsv from the installed OpenCC: python -m tests.reader.text.folding.regenerate"""

from reader.text.folding import FILE

# Where OpenCC's table has characters: CJK and its supplements.
RANGES = (range(0x2E80, 0xD800), range(0xE000, 0x10000), range(0x1F000, 0x33480))


def pairs() -> dict[str, str]:
    """Traditional characters and what OpenCC makes of each alone."""
    import opencc

    convert = opencc.OpenCC("t2s").convert
    signs = (chr(code) for codes in RANGES for code in codes)
    return {sign: changed for sign in signs if (changed := convert(sign)) != sign}


if __name__ == "__main__":
    FILE.write_text("".join(f"{sign}\t{one}\n" for sign, one in pairs().items()), encoding="utf-8")
