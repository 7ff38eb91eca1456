"""How Chinese names look: what stands bare behind a label or in brackets is a name only with a common family name."""

import re

# The commonest family names, simplified and traditional. A rarer one behind white space, or without a label's colon,
# is not recognised.
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白"
    "崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟"
    "卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边净阴闫习栾宿支全连付佟褚骆滕刁窦邬仇党蓝宫谌"
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮許鄧呂蘇盧蔣賈葉閻鐘鍾陸顧龍萬錢湯賴龔龐蘭嚴溫蘆魯韋畢聶叢喬賀齊莊塗時關費紀歐項陽衛單寧閔車邊陰連駱竇藍諶"
)
_COMPOUND = "欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|东方|司徒|端木|南宫"
# Buttons and words that begin like a name.
_NO_NAME = re.compile(
    r"关[闭注于联键]|關[閉注於]|时间|日期|文章|文字|方式|万人|单位|安全|全文|向上|高清|解读|文件|路径|游戏|任务"
)
_BARE = re.compile(rf"(?:(?:{_COMPOUND})[\u3400-\u9fff]{{1,2}}|[{SURNAMES}][\u3400-\u9fff]{{1,2}})$")
_ANY = re.compile(
    r"[\u3400-\u9fff]{2,4}$|[\u3400-\u9fff]{1,8}[·•][\u3400-\u9fff·•]{1,12}$|[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]*)*$"
)
# What is no person though it is as short as one: a house, a post, a button.
_HOUSE = re.compile(
    r".*(?:报|報|网|網|社|台|局|部|室|院|委|记者|記者|编辑|編輯|通讯员|通訊員|评论员|实习生|摄影|打印|分享|收藏|关闭|纠错)$"
)

# A name of two characters set as wide as one of three: 林　晓.
_PADDED = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff])[ \u3000]{1,3}([\u3400-\u9fff])(?![\u3400-\u9fff])")


_MOMENT = re.compile(r"\d[-:：./]\d")


def is_moment(text: str) -> bool:
    """A date or a time of day, which stands where a name was left out."""
    return bool(_MOMENT.search(text))


def unpadded(text: str) -> str:
    return _PADDED.sub(r"\1\2", text)


def is_surely_name(text: str) -> bool:
    return bool(_BARE.match(text)) and not _NO_NAME.match(text)


def may_be_name(text: str) -> bool:
    """For what stands where a name is expected."""
    return bool(_ANY.match(text)) and not _HOUSE.match(text) and not _NO_NAME.match(text)
