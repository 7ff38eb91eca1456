"""A table as a file: what Excel cannot hold is told, and numbers stay numbers."""

import io

import openpyxl

from annotations.exports.tabular import WRITERS, Sheet


def workbook(*rows):
    file = io.BytesIO()
    WRITERS["xlsx"].write(Sheet("表", "说明", ("词", "数"), rows), file)
    return list(openpyxl.load_workbook(file).active.iter_rows(values_only=True))


def test_a_text_longer_than_a_cell_ends_in_dots():
    (_, (text, _)) = workbook(("字" * 40_000, 1))
    assert len(text) == 32_767 and text.endswith("字…")


def test_numbers_and_what_is_not_known():
    assert workbook(("=1+1", 0.5), ("无", None))[1:] == [("=1+1", 0.5), ("无", None)]
