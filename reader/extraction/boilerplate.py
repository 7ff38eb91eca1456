"""What portals put around articles, line by line: one table of named rules."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineRule:
    """`pattern` is sought from the line's start. `opens`: what follows belongs to the same widget until another
    rule speaks. `ends`: after such a line nothing is body."""

    name: str
    pattern: re.Pattern[str]
    opens: bool = False
    ends: bool = False


def _rule(name: str, pattern: str, *, opens: bool = False, ends: bool = False) -> LineRule:
    return LineRule(name, re.compile(pattern), opens, ends)


_HEADING_END = r"\s*[:：>›»/]*\s*$"

LINE_RULES: tuple[LineRule, ...] = (
    _rule("breadcrumb", r"(?:您?(?:现在|当前)?的?位置\s*[:：]\s*|当前位置.*|首页\s*[>›»/·].*|.*[>›»]\s*正文\s*$)"),
    _rule("copyright", r"(?:版权所有|.{0,20}版权所有|Copyright|©|.*ICP备|.*公网安备|.*许可证)", opens=True, ends=True),
    _rule(
        "disclaimer", r"[(（【\[]?(?:免责声明|版权声明|特别声明|声明\s*[:：]|转载请注明|本网站?注明|凡本网)", ends=True
    ),
    _rule("advertisement", r"(?:广告\s*$|广告[：:]|×\s*$|\[?广告\]?\s*了解详情)"),
    _rule(
        "editor_line",
        r"[(（\[【［\s]*(?:本文来源\s*[:：].*|.{0,20}\s)?(?:责任编辑|责\s*编|本文责编|网络编辑|编\s*辑|编审|审核|校对|值班编辑|统筹)\s*[:：/]",
        ends=True,
    ),
    _rule("original_title", r"[(（]?原标题\s*[:：]"),
    _rule("player", r"(?:您的浏览器暂时无法播放|视频加载中|正在加载|播放速度|自动播放|正在为您切换|点击播放)"),
    _rule("font_size", r"(?:字号|字体)\s*[:：]?\s*(?:[大中小+\-T|\s]*)$"),
    _rule(
        "hot_list",
        rf"(?:最热文章|热门文章|热点新闻|热门推荐|热点推荐|点击排行|新闻排行|排行榜|热榜|24小时热文|最新文章|最新推荐|精彩推荐){_HEADING_END}",
        opens=True,
        ends=True,
    ),
    _rule("load_more", r"(?:加载更多|查看更多|点击加载更多|更多)\s*[>›»]*\s*$", ends=True),
    _rule("mood_widget", r"(?:您此时的心情|你此时的心情|新闻表情排行|光明云投)", opens=True, ends=True),
    _rule("print_and_favourite", r"(?:打印|收藏|纠错|推荐|大|中|小|\[?打印(?:本页)?\]?\s*\[?关闭(?:窗口)?\]?)\s*$"),
    _rule("qr_code", r"(?:扫一扫|扫描二维码|微信扫|.{0,12}扫码|长按.{0,6}二维码|.{0,16}二维码$)", ends=True),
    _rule("reading_bar", r"正在阅读\s*[:：]"),
    _rule("read_more", r"(?:阅读剩余全文|展开全文|点击展开|阅读全文|余下全文)", ends=True),
    _rule(
        "recommendation_list",
        rf"(?:推荐阅读|相关阅读|相关新闻|相关推荐|相关文章|延伸阅读|猜你喜欢|为你推荐|更多推荐|热门评论|相关链接|延伸\s*[·•]\s*推荐|推薦|相關新聞|延伸閱讀|精彩视频推荐){_HEADING_END}",
        opens=True,
        ends=True,
    ),
    _rule(
        "share_prompt",
        r"(?:点击右上角|朋友圈\s*$|请使用浏览器分享功能|微信好友|分享到|分享让更多人看到|分享\s*[:：]?\s*$|用微信扫|转发到)",
    ),
    _rule("special_report", rf"(?:独家策划|专题推荐|专题报道){_HEADING_END}", opens=True, ends=True),
    _rule("visual_focus", rf"(?:视觉焦点|图片新闻|精彩图片|视频推荐){_HEADING_END}", opens=True, ends=True),
)

# What a line is taken as where no rule speaks: by where it stands.
BEFORE, AFTER = "navigation", "page_footer"
BYLINE_ONLY = "byline"

RULES: dict[str, str] = {
    "advertisement": "广告",
    "breadcrumb": "频道路径",
    "copyright": "版权信息",
    "disclaimer": "声明",
    "editor_line": "责编行",
    "font_size": "字号按钮",
    "hidden_duplicate": "重复的题名",
    "hot_list": "热门排行",
    "load_more": "翻页按钮",
    "mood_widget": "心情组件",
    "navigation": "导航",
    "original_title": "原标题",
    "page_footer": "页脚",
    "player": "播放器提示",
    "print_and_favourite": "打印与收藏",
    "qr_code": "二维码",
    "read_more": "展开全文按钮",
    "reading_bar": "阅读栏",
    "recommendation_list": "推荐列表",
    "share_prompt": "分享提示",
    "special_report": "策划专题",
    "visual_focus": "图片推荐",
    "widget": "站点组件",
}


def rule_of(line: str) -> LineRule | None:
    """The first rule that knows the line."""
    return next((rule for rule in LINE_RULES if rule.pattern.match(line)), None)
