"""What is known of single portals: where the article stands in their pages. Sorted data and its look-up."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class SiteRule:
    """CSS selectors, each field's tried in order; what a portal does as everybody does is left out.

    `tells` are the places of source, time and editor, `drops` widgets inside the container. A `signature`
    container is so much the portal's own that a page without an address is known by it.
    """

    host: str
    containers: str
    title: str = ""
    tells: str = ""
    breadcrumb: str = ""
    drops: str = ""
    signature: bool = True


SITE_RULES: tuple[SiteRule, ...] = (
    SiteRule("12371.cn", ".word, #font_area", title=".big_title, h1", tells=".title_mes", signature=False),
    SiteRule(
        "163.com",
        ".post_body, #endText",
        title="h1",
        tells=".post_info, .post_time_source",
        drops=".post_statement, .ep-source, .gg200x300, .post_crumb, .video-wrapper, .endText_relation, .nph_gallery",
    ),
    SiteRule("banyuetan.org", ".detail_content", title=".detail_tit h1", tells=".detail_tit_time"),
    SiteRule("ccdi.gov.cn", ".TRS_Editor, .Article_61 .content", title=".tit", tells=".daty, .e", signature=False),
    SiteRule(
        "cctv.com",
        "#content_area, .content_area, .cnt_bd",
        title="#title_area h1, h1",
        tells=".info1, .info, .function",
        signature=False,
    ),
    SiteRule(
        "ce.cn",
        "#articleText, .TRS_Editor",
        title="#articleTitle",
        tells="#articleTime, #articleSource",
        signature=False,
    ),
    SiteRule(
        "china.com.cn",
        "#articleBody, .articleBody, #artbody, div.article",
        title=".articleTitle, h1",
        tells="#pub_date, #source_baidu, .articleInfo, .pub_date",
        signature=False,
    ),
    SiteRule(
        "chinanews.com",
        ".left_zw, #content_left .content",
        title=".content_left_title, h1",
        tells=".content_left_time, .left-t",
        drops=".adEditor, .div-for-report, #function_code_page, .channel, .left_name",
    ),
    SiteRule(
        "chinanews.com.cn", ".left_zw", title=".content_left_title, h1", tells=".content_left_time", drops=".adEditor"
    ),
    SiteRule(
        "cnr.cn",
        ".article-body .TRS_Editor, .article-body, .contentText",
        title=".article-header h1, h1",
        tells=".article-header .source, .source",
    ),
    SiteRule("dangjian.cn", ".TRS_Editor, .content", title="h1, .tit", signature=False),
    SiteRule(
        "gmw.cn",
        ".u-mainText, #contentMain, #ContentPh, #articleBox",
        title="h1.u-title, #articleTitle, #articleID",
        tells=".m-con-info, #contentMsg, #articlePubTime",
        breadcrumb=".g-crumbs",
        drops=".liability, #contentLiability, #articleLiability, .u-moreText, #displaypagenum, .m-zbTool",
    ),
    SiteRule(
        "gov.cn",
        "#UCAP-CONTENT, .pages_content, .TRS_UEDITOR, .TRS_Editor",
        title="#ti, .article h1, h1",
        tells=".pages-date, .policyLibraryOverview_header",
        signature=False,
    ),
    SiteRule(
        "guancha.cn",
        ".content.all-txt, .all-txt",
        title="h3, h1",
        tells=".time.fix",
        drops=".share-g, .app-tips",
        signature=False,
    ),
    SiteRule(
        "huanqiu.com",
        ".b-container .l-con .la-t article, article .l-con, .la_con",
        title=".t-container-title h3, h1",
        tells=".metadata-info, .la_tool",
        signature=False,
    ),
    SiteRule(
        "ifeng.com",
        "[class*='index_text_'], #main_content, #artical_real, [class^='text-']",
        title="h1",
        tells="[class*='index_timeBref'], [class*='timeBref-'], #artical_sth",
        drops=".ifengLogo",
        signature=False,
    ),
    SiteRule(
        "news.cn",
        "#detailContent, #detail, #p-detail",
        title=".head-line .title, .head-line h1, .h-title, #title, h1",
        tells=".header-cont, .h-info, .info, #pubtime, .header-info",
        drops=".editor, #articleEdit, .p-jc, .zan-wap, .relatedNews, .bookList",
    ),
    SiteRule(
        "people.com.cn",
        ".rm_txt_con, .artDet, #rwb_zw, #p_content, .text_con .text_c",
        title=".rm_txt h1, h1, .text_con h1",
        tells=".rm_txt .col-1-1, .channel, .artOri, .sou, .box01 .fl, #p_publishtime",
        breadcrumb=".route, #rwb_navpath, .path",
        drops=".edit, .edit_new, #p_editor, .rm_relevant, .otitle, .share, .zdfy, .paper_num, .bza, .editor",
    ),
    SiteRule(
        "qq.com",
        ".content-article, #Cnt-Main-Article-QQ, #ArticleCnt",
        title="h1",
        tells=".a_Info, .LEFT, .qq_bar",
        drops="#videokg, .rv-root-v2, #relInfo, .mbArticleShareBtn, script, .qq_editor",
    ),
    SiteRule(
        "qstheory.cn",
        ".highlight, #detailContent, .inner .content",
        title=".inner h1, h1",
        tells=".appellation, .pubtime, .headtitle span",
        signature=False,
    ),
    SiteRule("shanghai.gov.cn", "#ivs_content, .Article_content, .TRS_Editor", signature=False),
    SiteRule(
        "sina.com.cn",
        "#article, #artibody, .article",
        title=".main-title, #artibodyTitle, h1",
        tells=".date-source, #art_source, .artInfo",
        drops=".article-editor, .show_author, .appendQr_wrap, #sinashequ, .ct_hqimg, .otherContent_01, #left_hzh_ad"
        ", .hqimg_wrapper, .article-notice, .xb_new_finance_app",
        signature=False,
    ),
    SiteRule(
        "sohu.com",
        "#mp-editor, article.article, #contentText",
        title=".text-title h1, h1",
        tells=".article-info, #news-time",
        drops=".backword, #backsohucom, .lookall, .statement, .original-link, .editor-name",
    ),
    SiteRule(
        "southcn.com",
        "#content",
        title="#article_title, h1",
        tells="#pubtime_baidu, #source_baidu, .m-article__msg",
        signature=False,
    ),
    SiteRule(
        "stcn.com",
        ".txt_con, #ctrlfscont, .detail-content",
        title="h2, h1",
        tells=".info, .detail-info",
        signature=False,
    ),
    SiteRule(
        "thepaper.cn",
        ".news_txt, [class*='cententWrap'], [class*='index_cententWrap']",
        title=".news_title, h1",
        tells=".news_about, [class*='headerContent']",
        drops=".news_tit2, .news_editor_tip",
    ),
    SiteRule(
        "toutiao.com",
        ".article-content article, .article-content, .syl-page-article",
        title="h1",
        tells=".article-meta, .article-sub",
        drops="h1, .article-meta",
        signature=False,
    ),
    SiteRule("weixin.qq.com", "#js_content", title="#activity-name", tells="#meta_content, #publish_time"),
    SiteRule(
        "xinhuanet.com",
        "#detailContent, #detail, #p-detail, #content, .article",
        title=".head-line .title, .head-line h1, .h-title, #title, h1",
        tells=".header-cont, .h-info, .info, #pubtime, .header-info",
        drops=".editor, #articleEdit, .p-jc, .zan-wap, .relatedNews, .bookList",
        signature=False,
    ),
    SiteRule(
        "youth.cn",
        ".TRS_Editor, .page_text, #container",
        title="h1, .page_title h1",
        tells=".page_title p, .pwz, #page_right",
        drops=".editor, .page_bjname",
        signature=False,
    ),
)

_BY_HOST = {rule.host: rule for rule in SITE_RULES}


def rule_for(*addresses: str) -> SiteRule | None:
    """The rule of the first address whose host, or a parent domain of it, has one."""
    for address in addresses:
        labels = (urlsplit(address).hostname or "").split(".")
        for start in range(len(labels)):
            rule = _BY_HOST.get(".".join(labels[start:]))
            if rule:
                return rule
    return None
