"""REFI-QDA projects as different programs write them."""

from io import BytesIO
from zipfile import ZipFile

import pytest

TEXT = "第一行说慢行。\n𠮷祥里的居民说🚲好。\n第三行收尾。"
GUID = "11111111-2222-3333-4444-555555555555"
CODE = "AAAAAAAA-BBBB-CCCC-DDDD-EEEEEEEEEEEE"
USER = "99999999-2222-3333-4444-555555555555"


def qde(selections, extra="", braces=False):
    wrap = ("{%s}" if braces else "%s").__mod__
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="p"><Users><User guid="{wrap(USER)}" name="陈"/></Users>
<CodeBook><Codes><Code guid="{wrap(CODE)}" name="街巷" color="#112233" isCodable="true"><Description>说明</Description>
<Code guid="{wrap(CODE.replace("A", "F"))}" name="慢行" isCodable="true"/></Code></Codes></CodeBook>
<Sources><TextSource guid="{wrap(GUID)}" name="街巷访谈" plainTextPath="internal://{GUID}.txt">{selections(wrap)}</TextSource>{extra}</Sources></Project>"""


def selection(start, end, name="", inside="", number=1):
    def write(wrap):
        id = wrap(GUID[:-1] + str(number))
        place = f'startPosition="{start}" endPosition="{end}" creatingUser="{wrap(USER)}"'
        return f'<PlainTextSelection guid="{id}" name="{name}" {place}>{inside}</PlainTextSelection>'

    return write


def coding(wrap):
    return f'<Coding guid="{wrap(GUID)}"><CodeRef targetGUID="{wrap(CODE.lower())}"/></Coding>'


@pytest.fixture
def qdpx():
    def make(xml, text=TEXT, folder="sources", name="project.qde", add=()):
        file = BytesIO()
        with ZipFile(file, "w") as archive:
            archive.writestr(name, xml)
            archive.writestr(f"{folder}/{GUID}.txt", text)
            for path, data in add:
                archive.writestr(path, data)
        return file.getvalue()

    return make
