"""A page as a dump shows it: menus, a title with its date, paragraphs, and headlines of other articles."""

from reader.extraction import extract

NAVIGATION = ["首页 新闻 时政 财经 体育 文化", "无障碍 登录 注册 繁体"]
TITLE = "让绿道连起城市的早晨"
DATELINE = "2024-05-13 08:49 来源：河湾日报"
PARAGRAPHS = [
    f"第{number}段讲河湾市怎样修绿道。规划、水务和街道一起走了三遍现场，把断点一个个记下来，再按居民的意见排先后，能先通的先通。"
    for number in "一二三四五六七八九十"
]
BODY = PARAGRAPHS[:5]
HEADLINES = [f"又一篇别处的新闻题目第{number}号" for number in range(80)]
EDITOR = "责任编辑：林一"
IMPRINT = ["主办单位：河湾市政府", "网站标识码：1234567890 河ICP备12号"]


def lines(*parts):
    """Single lines and lists of lines, in order."""
    return [line for part in parts for line in ([part] if isinstance(part, str) else part)]


def read(*parts):
    return extract("\n".join(lines(*parts)).encode())


def article(*parts):
    """The article page with these lines below its date."""
    return read(NAVIGATION, TITLE, DATELINE, *parts)


def texts(page):
    return [block.text for block in page.blocks]


def removed(page):
    return {row.text: row.rule for row in page.removed}
