import io
import zipfile

import pytest

from reader.extraction import SUFFIXES, ExtractionError
from reader.extraction.formats.archive import LARGEST, MOST_ENTRIES, MOST_FILES, is_archive, unpacked


def packed(files):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def code_of(data):
    with pytest.raises(ExtractionError) as raised:
        unpacked(data, SUFFIXES)
    return raised.value.code


def test_its_files_come_by_name():
    found = unpacked(
        packed({"乙/二.txt": "二", "甲.html": "一", "图.png": "x", "__MACOSX/甲.html": "x"}), SUFFIXES
    ).members
    assert [(one.name, one.data.decode()) for one in found] == [("二.txt", "二"), ("甲.html", "一")]


def test_names_that_windows_wrote_are_read():
    data = packed({"AAAA.txt": "一"}).replace(b"AAAA", "绿道".encode("gb18030"))
    assert [one.name for one in unpacked(data, SUFFIXES).members] == ["绿道.txt"]


@pytest.mark.parametrize("name", ["../甲.txt", "甲/../../乙.txt", "/etc/甲.txt", "..\\甲.txt", "C:/甲.txt"])
def test_names_outside_are_refused(name):
    assert code_of(packed({name: "一"})) == "unsafe_archive"


def test_an_archive_inside_is_refused():
    assert code_of(packed({"内.zip": packed({"乙.txt": "二"})})) == "nested_archive"


def test_what_is_wrong_with_a_file_is_told_and_the_others_are_taken():
    data = packed({"甲.txt": "一", "乙.txt": "二" * 40, "内.zip": packed({"丙.txt": "三"})})
    at = data.index("乙.txt".encode()) + len("乙.txt".encode())
    found = unpacked(data[:at] + b"\xff" * 8 + data[at + 8 :], SUFFIXES)
    assert [one.name for one in found.members] == ["甲.txt"]
    assert [(name, error.code) for name, error in found.refused] == [("乙.txt", "broken"), ("内.zip", "nested_archive")]


def test_seventy_thousand_entries_are_refused_at_once():
    assert code_of(packed({f"{number}.txt": "" for number in range(MOST_ENTRIES + 1)})) == "many_files"


def test_a_locked_one_is_refused():
    data = packed({"甲.txt": "一"})
    locked = data.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
    assert code_of(locked.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")) == "locked"


def test_more_than_a_hundred_megabytes_in_all_are_refused():
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for number in range(11):
            archive.writestr(f"{number}.txt", bytes(LARGEST - 1))
    assert code_of(held.getvalue()) == "archive_too_large"


def test_a_bomb_is_refused():
    assert code_of(packed({"甲.txt": b"0" * 5_000_000})) == "archive_too_large"


def test_a_size_that_the_header_hides_is_refused():
    data = packed({"甲.txt": b"0" * 5_000_000}).replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert code_of(data) in ("archive_too_large", "broken")


def test_too_many_files_are_refused():
    assert code_of(packed({f"{number}.txt": "一" for number in range(MOST_FILES + 1)})) == "many_files"


@pytest.mark.parametrize(("data", "code"), [(packed({"图.png": "x"}), "archive_empty"), (b"PK\x03\x04", "broken")])
def test_what_holds_nothing_is_refused(data, code):
    assert code_of(data) == code


def test_text_is_no_archive():
    assert not is_archive("PK 是两个字母".encode())


def test_what_a_browser_saved_beside_a_page_is_no_page_of_its_own():
    data = packed({"省/好路.html": "一", "省/好路_files/frame.html": "二", "省/好路.files/深/a.htm": "三"})
    assert [member.name for member in unpacked(data, (".html", ".htm")).members] == ["好路.html"]


def test_a_folder_that_only_sounds_like_one_is_read():
    data = packed({"my_files/好路.html": "一", "my.html/别的.html": "二"})
    assert [member.name for member in unpacked(data, (".html",)).members] == ["别的.html", "好路.html"]
