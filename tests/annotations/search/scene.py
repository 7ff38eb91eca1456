"""Articles to search, taken in as pasted texts."""

from reader.capture.importing import import_capture
from reader.cleaning.captures import Capture

TEXTS = {
    "绿道连起城市生活": "城市更新要以人为本。以绿道建设促城市更新，到2035年建成三百公里绿道。\n\n居民说：“好绿道。”",
    "國發〔2024〕1號解讀": "國務院關於印發綱要的通知，國發〔2024〕1號。\n\n𠮷野家開到了鎮上，🙂🙂。",
    "乡镇的夜校": "夜校开到镇上，城市与乡镇一起学。\n\n不更新教材，就没有夜校。",
}


def taken_in(project, user, title, text):
    capture = Capture(f"{title}\n\n{text}".encode(), title=title, filename=f"{title}.txt")
    return import_capture(project, user, capture).article


def library(project, user):
    """The articles by their titles."""
    return {title: taken_in(project, user, title, text) for title, text in TEXTS.items()}
