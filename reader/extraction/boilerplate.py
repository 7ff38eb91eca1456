"""What portals put around articles, line by line: one table of named rules."""

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class LineRule:
    """`pattern` is sought from the line's start. `opens`: links that follow belong to the same widget. `ends`: below
    such a line of a plain text nothing is body. `sentences`: it takes even those. `edges`: never between paragraphs.
    """

    name: str
    pattern: re.Pattern[str]
    opens: bool = False
    ends: bool = False
    sentences: bool = False
    edges: bool = False

    def exact(self, line: str) -> bool:
        """Whether the rule takes the line, which it knows, even between two paragraphs."""
        return not self.edges and bool(self.pattern.fullmatch(line))


def _rule(name: str, pattern: str, **said: bool) -> LineRule:
    return LineRule(name, re.compile(pattern), **said)


# Nothing longer is nobody's from end to end. A line that ends so is a sentence.
_PHRASE, _ENDS = 60, re.compile("[。；](?:[”’」』》）)\\]】]*)$")
# Longer lines are not looked at for ornaments, which takes time by the square of a row of them.
_LONGEST = 200
# What accounts draw around their calls: ▼▼▼, ——, ★, emoji. Brackets, # and signs that rules begin with are none.
_ORNAMENTS = re.compile(
    r"^[^\w()（）\[\]【】《》“”‘’「」『』<>#＃@©×|+]+|[^\w()（）\[\]【】《》“”‘’「」『』<>#＃:：…»›。；！？，]+$"
)


# Who may stand behind an editor's label: names, with an account's number, up to the next label. A step of a procedure
# (审核：由区里…) is longer, or holds a word for doing something.
_NAME = r"(?!由|经|对|将|向|按|须|应|请|把|在)[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff·])"
_NAMED = r"(?:[^。；！？，,]|[，,](?=\s*[\u4e00-\u9fff·]{2,4}(?:[，,、\s)）\]】]|$))){0,40}$"
_EDITORS = "(?:责任编辑|責任編輯|责\\s*编|責編|本文责编|本文编辑|网络编辑|值班编辑|值班主任|执行编辑|编\\s*辑|編\\s*輯)"
_STAFF = (
    "(?:编审|审核|审校|校对|校對|统筹|监制|监审|终审|复审|初审|二审|三审|主编|主編|策划|排版|制图|美编|签发|总值班)"
)

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
# A phrase: nothing that parts clauses. Rules that are written with it know a line from end to end.
_P = "[^。；！？，,;]"
LINE_RULES: tuple[LineRule, ...] = (
    _rule(
        "breadcrumb",
        rf"(?:您?(?:现在|当前)?的?位置\s*[:：]\s*|当前位置{_P}*|首页\s*[>›»/·]{_P}*|{_P}*[>›»]\s*正文\s*$)",
    ),
    _rule(
        "copyright",
        r"(?:[^。，]{0,30}版[权權]所有(?:\s*[:：，,。|©(（\d]|\s+\S|\s*$|[,，]?\s*(?:未经|不得|违者|[\u4e00-\u9fff]{2,8}[社网报台局府]))"
        r"|Copyright|©|.*ICP备|.*公网安备|.{0,12}(?:互联网|信息网络|网络|广播电视|视听|出版|增值)[^，。]{0,24}许可证\s*[:：(（\d编])",
        opens=True,
        ends=True,
        sentences=True,
        edges=True,
    ),
    _rule(
        "disclaimer",
        r"[(（【\[“\"]?(?:免责声明|版权声明|特别声明|平台声明|郑重声明|声明\s*[:：]|转载请注明|本网站?注明|凡本[网报站]|Notice:\s*The\s*content"
        r"|【[^】]{0,80}(?:未经授权|不得转载|谢绝转载)[^】]*】$|以上内容[^，。]{0,20}(?:上传|发布)|我们使用\s?[Cc]ookie|本(?:网站|站)使用\s?[Cc]ookie|隐私(?:政策|声明|协议)\s*$)"
        r"|[^。]{0,40}未经.{0,8}(?:授权|许可|允许|同意).{0,6}(?:不得|禁止|请勿|严禁|谢绝).{0,4}转载|本文仅代表作者",
        ends=True,
        sentences=True,
        edges=True,
    ),
    _rule("advertisement", r"(?:广告\s*$|广告[：:]|×\s*$|\[?广告\]?\s*了解详情)"),
    # 下载…客户端 may be a step of a procedure: between paragraphs only what also says why.
    _rule(
        "app_promotion",
        r"(?:安装|下载|打开)[^。，]{0,12}(?:客户端|[Aa][Pp][Pp])[^。，]{0,8}(?:第一时间|接收|最全面|猛料|→|【|查看更多|阅读全文|体验更)[^。]{0,30}$"
        r"|更多(?:猛料|精彩|资讯|内容)[^。]{0,12}(?:关注|扫描|下载|点击|登录)[^。]{0,20}$|点击进入[^。，]{0,30}[>»›]+$|正文已结束[^。]{0,16}$",
    ),
    _rule(
        "app_promotion",
        r"(?:安装|下载|打开)[^。]{0,12}(?:客户端|[Aa][Pp][Pp])(?!.*。)|更多(?:猛料|精彩|资讯|内容)[^。]{0,12}(?:关注|扫描|下载|点击|登录)"
        r"|关注[^。]{0,8}公众号|点击进入|进入【",
        edges=True,
    ),
    # Calls to scan or to answer with a word are steps of a procedure as well; calls to follow this account are not.
    _rule(
        "account_promotion",
        r"(?:点击|戳)[^。，]{0,6}(?:蓝字|蓝色字|上方名片)[^。]{0,16}$|(?:欢迎|敬请|请|快来|记得)?(?:关注|订阅|置顶|星标)(?:我们|本号)[^。]{0,16}$"
        r"|(?:记得|别忘了?|动动(?:小手|手指)|顺手|快来|求|帮忙|右下角|一起|\s)*(?:点个?|点亮|求个?)\s*[【“「\[]?(?:在看|赞|好看|再看)(?![\u4e00-\u9fff]{3})[^。]{0,12}$"
        r"|(?:喜欢|觉得(?:不错|有用)|文章不错|看完|看都看完了|好文)[^。]{0,20}(?:在看|转发|分享|点赞|点个赞|收藏|关注)[^。]{0,12}$"
        r"|(?:分享|点赞|收藏|在看|转发|关注)(?:\s*[、，,和+|·\s]\s*(?:分享|点赞|收藏|在看|转发|关注)){1,4}\s*$",
        sentences=True,
    ),
    _rule(
        "account_promotion",
        r"(?:\d+[、.．]\s*)?(?:在?[^。]{0,8}(?:后台|对话框|公众号))?[^。，]{0,4}(?:发送|回复)(?:关键[词字])?\s*[【“「\[『\"'][^】”」\]』\"']{1,12}[】”」\]』\"']"
        r"|(?:点击|戳|猛戳|长按|识别|扫描|扫码|长摁)[^。，]{0,10}(?:上方|下方|二维码|名片|原文|菜单栏|小程序)[^。]{0,24}$"
        r"|(?:欢迎|敬请|请|快来|记得)?(?:关注|订阅|置顶|星标)[^。，]{0,12}(?:公众号|微信号|订阅号|视频号|抖音号|官方微[信博])[^。]{0,16}$"
        r"|(?:投稿|商务合作|合作)(?:邮箱|热线|联系|微信)?\s*[:：]\s*[\w.@+-]{5,}",
        sentences=True,
        edges=True,
    ),
    _rule("end_mark", r"[\s\-—=~·•.*_#]*(?:THE\s+END|The\s+End|END|全文完|正文完|文章结束)[\s\-—=~·•.*_#]*$"),
    _rule(
        "hashtags", r"(?:[#＃][^#＃\s。，]{1,20}[#＃]\s*)+$|(?:[#＃][^#＃\s。，]{1,20}\s+)+[#＃][^#＃\s。，]{1,20}\s*$"
    ),
    _rule(
        "comments",
        r"(?:(?:网友|最新|最热|热门|全部|精彩|新闻|我要|发表|文章|已显示所有|欢迎发表)\s*(?:评论|評論|跟贴|跟帖|留言|回帖)\s*区?\s*(?:列表|刷新"
        r"|[(（]?\d[\d,]*[)）]?)?\s*$"
        r"|[\d,]+\s*条?(?:评论|跟贴|留言)\s*$|文明上网\s*[，,]?\s*理性|网友评论仅供|请先?\s*(?:登录|登錄)?\s*后?(?:发表|参与)?评论"
        r"|已有.{0,10}评论)",
        opens=True,
        ends=True,
    ),
    _rule(
        "comments",
        r"(?:评论|評論|跟贴|跟帖|留言|回帖)区?\s*(?:[(（]?\d[\d,]*[)）]?)?\s*$",
        opens=True,
        ends=True,
        edges=True,
    ),
    _rule(
        "editor_line",
        rf"[(（\[【［\s]*(?:本文来源\s*[:：][^。，]{{1,30}}?|[^。，]{{0,40}}\s)?[【\[(（]?\s*{_EDITORS}\s*(?:[:：/丨|｜]\s*{_NAMED}|\s+{_NAME}\s*[)）\]】］\s]*$)",
        ends=True,
    ),
    # 统筹：街道办 may be a step.
    _rule(
        "editor_line",
        rf"[(（\[【［\s]*{_STAFF}\s*[:：/丨|｜]\s*{_NAME}(?:[、，,\s/]+{_NAME})*\s*[)）\]】］\s]*(?:{_STAFF}.*|{_EDITORS}.*)?$",
        ends=True,
        edges=True,
    ),
    _rule("original_title", r"[(（\[]?原(?:标题|题|題|標題)为?\s*[:：《].{0,60}$"),
    _rule(
        "pager",
        r"(?:[【\[(]\d+[】\])]\s*){2,}|[|<\s]*(?:首页\s*[|｜]\s*)?(?:上一?页)?[\s|<\d]*[上下]一?页\s*[>|\s\d]*$|[上下]一[篇则則条]\s*(?:[:：]|$)"
        r"|<\s*1\s",
        ends=True,
    ),
    _rule(
        "player",
        rf"(?:您的浏览器暂时无法播放|视频加载中|正在加载|播放速度|自动播放|正在为您切换|点击播放|[^。]{{0,6}}当前视频播放失败|错误代码\s*[:：]|时长\s*[:：]\s*\d"
        rf"|视频\s*[-—]|(?:点击|来)?(?:听全文|收听|听新闻|语音播报|播报文章)\s*$|(?:音频|视频)(?:加载中|播放中){_P}*|本文(?:可听|音频)){_P}*",
    ),
    _rule(
        "viewer",
        r"(?:点击(?:图片|可)?(?:查看|放大|进入)?(?:大图|原图|图集|高清图?|下一[张页]|图片)|查看(?:大图|原图|图集|高清图?)|(?:向?左右?|上下)滑动(?:查看|浏览)?[^。，]{0,8}"
        r"|[上下]一[张張图圖]|(?:共\s*)?\d{1,3}\s*[/／]\s*\d{1,3}|共\s*\d{1,3}\s*[张張]|高清(?:大图|图集)|图集|幻灯(?:播放|片)|支持键盘[^。]{0,16})\s*[>›»]*\s*$",
    ),
    _rule("font_size", r"(?:字号|字体)\s*[:：]?\s*(?:[大中小+\-T|\s]*)$"),
    _rule(
        "hot_list",
        rf"(?:热榜|24小时热文|热点栏目|(?!新闻表情)[^。，]{{0,6}}排行榜?|热[文帖词]){_HEADING_END}",
        opens=True,
        ends=True,
    ),
    _rule("load_more", r"(?:加载更多|查看更多|点击加载更多|更多)\s*[>›»]*\s*$", ends=True, edges=True),
    _rule("mood_widget", r"(?:您此时的心情|你此时的心情|新闻表情排行|光明云投)", opens=True, ends=True),
    _rule(
        "print_and_favourite",
        r"(?:打印|收藏|纠错|推荐|大|中|小|\[?打印(?:本页)?\]?\s*\[?关闭(?:窗口)?\]?)\s*$",
        edges=True,
    ),
    _rule(
        "qr_code",
        r"(?:扫一扫|扫描二维码|微信扫|[^。，]{0,12}扫码|长按.{0,6}二维码|[^。，]{0,16}二维码$)",
        ends=True,
        edges=True,
    ),
    _rule("reading_bar", rf"正在阅读\s*[:：]{_P}*"),
    _rule("read_more", r"(?:阅读剩余全文|展开(?:阅读)?全文|点击展开|阅读全文|余下全文)", ends=True),
    _rule(
        "recommendation_list",
        rf"[【\[■●▌|]?\s*(?:(?:{_LISTED})\s*[·•・]?\s*(?:{_LISTS})|(?:猜你喜欢|[為为][您你]推[荐薦]|推薦|.{{0,4}}感兴趣的(?:内容|文章"
        rf"|新闻)?|大家[都还]在[看搜]|其他人(?:也|都)在看|作者(?:最新|最近|其他|热门)文章|小编最近文章|精彩视频推荐|相关))\s*[】\]]?{_HEADING_END}"
        r"|(?:推荐阅读|相关阅读|延伸阅读|往期推荐|往期回顾|相关新闻|相关链接)\s*(?:[:：]|返回|更多|\d+\s*$)",
        opens=True,
        ends=True,
    ),
    _rule("report_button", r"(?:举报(?:文章|内容)?(?:问题)?|内容举报|举报此人|投诉建议)\s*$", ends=True, edges=True),
    _rule(
        "share_prompt",
        r"(?:点击右上角|朋友圈\s*$|请使用浏览器分享功能|微信好友|分享到|分享让更多人看到|分享\s*[:：]?\s*$|用微信扫|转发到|我要分享\s*$)",
    ),
    _rule(
        "site_footer",
        r"(?:返回(?:首页|顶部|列表|[\u4e00-\u9fff]{2,5}(?:首页|频道))|联系我们|关于我们|友情链接|网站地图|设为首页)\s*[>›»]*\s*$"
        r"|违法和不良信息举报|[^。，]{0,12}意见反馈留言板",
        ends=True,
    ),
    _rule("source_line", rf"[(（]?(?:本文|文章|稿件)来源\s*[:：]{_P}{{1,30}}$", ends=True),
    _rule("special_report", rf"(?:独家策划|专题推荐|专题报道){_HEADING_END}", opens=True, ends=True),
    _rule(
        "tags",
        r"(?:标签|標籤|Tags?|TAG|文章关键[词字]|關鍵[字詞]|所属分类|收录于合集|预览时标签不可点)\s*(?:[:：].*|#.*)?$",
        ends=True,
        edges=True,
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
    "account_promotion": _("公众号引导"),
    "advertisement": _("广告"),
    "app_promotion": _("客户端推广"),
    "breadcrumb": _("频道路径"),
    "byline": _("来源与署名行"),
    "comments": _("评论区"),
    "copyright": _("版权信息"),
    "dateline": _("日期行"),
    "disclaimer": _("声明"),
    "editor_line": _("责编行"),
    "end_mark": _("结束标记"),
    "font_size": _("字号按钮"),
    "hashtags": _("话题"),
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
    "repeated_lead": _("重复的摘要"),
    "report_button": _("举报按钮"),
    "running_head": _("页眉页脚"),
    "share_prompt": _("分享提示"),
    "site_footer": _("页脚链接"),
    "source_line": _("来源行"),
    "special_report": _("策划专题"),
    "tags": _("标签"),
    "toolbar": _("题名下的按钮"),
    "viewer": _("看图提示"),
    "visual_focus": _("图片推荐"),
    "widget": _("站点组件"),
}


def rule_of(line: str) -> LineRule | None:
    """The first rule that knows the line, by its beginning; ornaments around it count for nothing."""
    return _rule_of_short(line) if len(line) <= _PHRASE else _rule_of(line)


def _rule_of(line: str) -> LineRule | None:
    return next(filter(None, map(_by_beginning, _undecorated(line))), None)


# A page is asked for the same short lines several times, and pages of one portal have the same menus.
_rule_of_short = lru_cache(maxsize=8192)(_rule_of)


def is_exact(rule: LineRule, line: str) -> bool:
    """Whether the rule, which knows the line, knows it from end to end, whatever stands around it."""
    return len(line) <= _PHRASE and any(map(rule.exact, _undecorated(line)))


def _undecorated(line: str) -> tuple[str, ...]:
    if len(line) > _LONGEST or (line[:1].isalnum() and line[-1:].isalnum()):
        return (line,)
    bare = _ORNAMENTS.sub("", line)
    return (line,) if bare == line or not bare else (line, bare)


def _by_beginning(line: str) -> LineRule | None:
    if not _ANY.match(line):
        return None
    rule = next((rule for rule in LINE_RULES if rule.pattern.match(line)), None)
    return None if rule is None or (not rule.sentences and _ENDS.search(line)) else rule
