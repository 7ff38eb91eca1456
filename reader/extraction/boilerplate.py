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

# A list's heading is one of these words before one of those: 相关阅读, 热门文章, 往期回顾, 今日热点.
_LISTED = (
    "相关|相關|推荐|推薦|延伸|拓展|往期|更多|精彩|热门|熱門|热点|热搜"
    "|最新|今日|编辑|小编|频道|头条|大家|24小时|一周|本周"
)
_LISTS = (
    "阅读|閱讀|新闻|新聞|文章|推荐|推薦|链接|連結|内容|內容|报道|報導|资讯|資訊|稿件|信息"
    "|专题|专栏|标签|搜索|话题|視頻|视频|影音|图片|图集|回顾|热点|要闻|消息|主题|评论"
)

LINE_RULES: tuple[LineRule, ...] = (
    _rule("breadcrumb", r"(?:您?(?:现在|当前)?的?位置\s*[:：]\s*|当前位置.*|首页\s*[>›»/·].*|.*[>›»]\s*正文\s*$)"),
    _rule(
        "copyright",
        r"(?:版权所有|.{0,20}版权所有|Copyright|©|.*ICP备|.*公网安备|.{0,30}许可证\s*[:：(（\d编])",
        opens=True,
        ends=True,
    ),
    _rule(
        "disclaimer",
        r"[(（【\[“\"]?(?:免责声明|版权声明|特别声明|平台声明|郑重声明|声明\s*[:：]|转载请注明|本网站?注明|凡本[网报站]|Notice:\s*The\s*content"
        r"|以上内容[^，。]{0,20}(?:上传|发布))"
        r"|[^。]{0,40}未经.{0,8}(?:授权|许可|允许|同意).{0,6}(?:不得|禁止|请勿|严禁|谢绝).{0,4}转载|本文仅代表作者",
        ends=True,
    ),
    _rule("advertisement", r"(?:广告\s*$|广告[：:]|×\s*$|\[?广告\]?\s*了解详情)"),
    _rule(
        "app_promotion",
        r"(?:安装|下载|打开).{0,12}(?:客户端|[Aa][Pp][Pp])(?!.*。)|更多(?:猛料|精彩|资讯).{0,12}(?:关注|扫描|下载)|关注.{0,8}公众号|点击进入|进入【"
        r"|正文已结束",
    ),
    _rule(
        "comments",
        r"(?:(?:网友|最新|最热|热门|全部|精彩|新闻|我要|发表|文章|已显示所有|欢迎发表)?\s*(?:评论|評論|跟贴|跟帖|留言|回帖)\s*区?\s*(?:列表|刷新"
        r"|[(（]?\d[\d,]*[)）]?)?\s*$"
        r"|[\d,]+\s*条?(?:评论|跟贴|留言)|文明上网|网友评论仅供|请先?\s*(?:登录|登錄)?\s*后?(?:发表|参与)?评论|已有.{0,10}评论)",
        opens=True,
        ends=True,
    ),
    _rule(
        "editor_line",
        r"[(（\[【［\s]*(?:本文来源\s*[:：].*|.{0,20}\s)?(?:责任编辑|责\s*编|本文责编|网络编辑|编\s*辑|编审|审核|校对|值班编辑|统筹)\s*[:：/]",
        ends=True,
    ),
    _rule("original_title", r"[(（]?原标题\s*[:：]"),
    _rule(
        "pager",
        r"(?:[【\[(]\d+[】\])]\s*){2,}|[|<\s]*(?:首页\s*[|｜]\s*)?(?:上一?页)?[\s|<\d]*[上下]一?页|[上下]一[篇则則条]\s*(?:[:：]|$)"
        r"|<\s*1\s",
        ends=True,
    ),
    _rule(
        "player",
        r"(?:您的浏览器暂时无法播放|视频加载中|正在加载|播放速度|自动播放|正在为您切换|点击播放|.{0,6}当前视频播放失败|错误代码\s*[:：]|时长\s*[:：]\s*\d|视频\s*[-—])",
    ),
    _rule("font_size", r"(?:字号|字体)\s*[:：]?\s*(?:[大中小+\-T|\s]*)$"),
    _rule(
        "hot_list",
        rf"(?:热榜|24小时热文|热点栏目|(?!新闻表情).{{0,6}}排行榜?|热[文帖词]){_HEADING_END}",
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
        rf"[【\[■●▌|]?\s*(?:(?:{_LISTED})\s*[·•・]?\s*(?:{_LISTS})|(?:猜你喜欢|[为為][您你]推[荐薦]|推薦|.{{0,4}}感兴趣的(?:内容|文章"
        rf"|新闻)?|大家[都还]在[看搜]|其他人(?:也|都)在看|作者(?:最新|最近|其他|热门)文章|小编最近文章|精彩视频推荐|相关))\s*[】\]]?{_HEADING_END}"
        r"|(?:推荐阅读|相关阅读|延伸阅读|往期推荐|往期回顾|相关新闻|相关链接)\s*(?:[:：]|返回|更多|\d+\s*$)",
        opens=True,
        ends=True,
    ),
    _rule("report_button", r"(?:举报(?:文章|内容)?(?:问题)?|内容举报|举报此人|投诉建议)\s*$", ends=True),
    _rule(
        "share_prompt",
        r"(?:点击右上角|朋友圈\s*$|请使用浏览器分享功能|微信好友|分享到|分享让更多人看到|分享\s*[:：]?\s*$|用微信扫|转发到)",
    ),
    _rule(
        "site_footer",
        r"(?:返回(?:首页|顶部|列表|[\u4e00-\u9fff]{2,5}(?:首页|频道))|联系我们|关于我们|友情链接|网站地图|设为首页)\s*[>›»]*\s*$",
        ends=True,
    ),
    _rule("source_line", r"[(（]?(?:本文|文章|稿件)来源\s*[:：]", ends=True),
    _rule("special_report", rf"(?:独家策划|专题推荐|专题报道){_HEADING_END}", opens=True, ends=True),
    _rule(
        "tags",
        r"(?:标签|標籤|Tags?|TAG|文章关键[词字]|關鍵[字詞]|所属分类|收录于合集|预览时标签不可点)\s*(?:[:：].*|#.*)?$",
        ends=True,
    ),
    _rule("visual_focus", rf"(?:视觉焦点|图片新闻|精彩图片|视频推荐){_HEADING_END}", opens=True, ends=True),
)

# Most lines are nobody's: one match tells so.
_ANY = re.compile("|".join(rule.pattern.pattern for rule in LINE_RULES))

# What a line is taken as where no rule speaks: by where it stands.
BEFORE, AFTER = "navigation", "page_footer"
# Marks a text for the catalogue; whoever shows it translates it.
_ = str

RULES: dict[str, str] = {
    "advertisement": _("广告"),
    "app_promotion": _("客户端推广"),
    "breadcrumb": _("频道路径"),
    "byline": _("来源与署名行"),
    "comments": _("评论区"),
    "copyright": _("版权信息"),
    "dateline": _("日期行"),
    "disclaimer": _("声明"),
    "editor_line": _("责编行"),
    "font_size": _("字号按钮"),
    "hidden_duplicate": _("重复的题名"),
    "hot_list": _("热门排行"),
    "load_more": _("翻页按钮"),
    "mood_widget": _("心情组件"),
    "navigation": _("导航"),
    "original_title": _("原标题"),
    "page_footer": _("页脚"),
    "pager": _("翻页"),
    "player": _("播放器提示"),
    "print_and_favourite": _("打印与收藏"),
    "print_edition": _("报纸版次"),
    "qr_code": _("二维码"),
    "read_more": _("展开全文按钮"),
    "reading_bar": _("阅读栏"),
    "red_head": _("公文版头"),
    "recommendation_list": _("推荐列表"),
    "repeated": _("与第一页重复"),
    "report_button": _("举报按钮"),
    "running_head": _("页眉页脚"),
    "share_prompt": _("分享提示"),
    "site_footer": _("页脚链接"),
    "source_line": _("来源行"),
    "special_report": _("策划专题"),
    "tags": _("标签"),
    "toolbar": _("题名下的按钮"),
    "visual_focus": _("图片推荐"),
    "widget": _("站点组件"),
}


def rule_of(line: str) -> LineRule | None:
    """The first rule that knows the line."""
    if not _ANY.match(line):
        return None
    return next((rule for rule in LINE_RULES if rule.pattern.match(line)), None)
