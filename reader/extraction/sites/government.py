"""Government sites: the centre, ministries, provinces, party organs and public science."""

from reader.extraction.sites.rule import SiteRule

# TRS, which most ministries and provinces use, under the containers and heads of its newer and older templates.
_TRS = ".TRS_UEDITOR, .trs_editor_view, .TRS_Editor, #UCAP-CONTENT, #zoom, #Zoom, .article-content, .content"
_TRS_TITLE = ".article-title, .artTitle, .xl_title, .tit, #title, h1, h2"
_TRS_TELLS = ".pages-date, .article-info, .info, .xl_info, .source, .pubtime, .xxgk_info, .articleInfo, .laiyuan"

GOVERNMENT: tuple[SiteRule, ...] = (
    SiteRule("audit.gov.cn", _TRS, title=_TRS_TITLE, tells=_TRS_TELLS, signature=False),
    SiteRule(
        "beijing.gov.cn", "#mainText, .view", title=".header h1, h1", tells=".header .tips, .info", signature=False
    ),
    SiteRule(
        "ccdi.gov.cn",
        ".TRS_Editor, .content, .Article_61",
        title=".tit, h2.tit, h1",
        tells=".daty, .daty_con, .e",
        signature=False,
    ),
    SiteRule(
        "gov.cn",
        f"#UCAP-CONTENT, .pages_content, {_TRS}",
        title=f"#ti, .article h1, .pages-title, {_TRS_TITLE}",
        tells=f".pages-date, .policyLibraryOverview_header, {_TRS_TELLS}",
        breadcrumb=".BreadcrumbNav, .crumb, .crumbs, .dqwz, .location, .position",
        drops=".pages-print, .editor, .font-size, .pages_print, .fontSize, .share",
        signature=False,
    ),
    SiteRule(
        "kepu.gov.cn",
        "#content, .detil-new-cont",
        title=".detil-new-title div",
        tells=".detil-new-title ul",
        signature=False,
    ),
    SiteRule(
        "kepuchina.cn", ".rumor-content, .article-content", title=".rumor-title", tells=".span_time", signature=False
    ),
    SiteRule(
        "mee.gov.cn",
        f".neiright_JPZ_GK_CP, {_TRS}",
        title=".neiright_Content h2, h2, h1",
        tells=".wjkFontBox, .xqLyPc",
        signature=False,
    ),
    SiteRule(
        "mfa.gov.cn",
        "#News_Body_Txt_A, .news-main",
        title=".news-title h1, h1",
        tells=".news-title .time",
        signature=False,
    ),
    SiteRule(
        "mod.gov.cn",
        "#article-content, .article-content",
        title=".article-header h1, h1",
        tells=".info, .article-header",
        signature=False,
    ),
    SiteRule(
        "moe.gov.cn",
        "#downloadContent, .moe-detail-box .TRS_Editor",
        title="h1, .moe-detail-box h1",
        tells=".moe-detail-shuxing",
    ),
    SiteRule(
        "mof.gov.cn",
        ".my_conboxzw, .TRS_Editor",
        title=".title_con, h2, h1",
        tells=".laiyuan, .gu-download",
        signature=False,
    ),
    SiteRule(
        "ndrc.gov.cn",
        ".article_con, .TRS_Editor",
        title=".article_title, h2",
        tells=".ly, .time, .source",
        signature=False,
    ),
    SiteRule("npc.gov.cn", "#Zoom, .TRS_Editor", title=".tit h1, h1", tells=".fl, .time", signature=False),
    SiteRule(
        "shanghai.gov.cn",
        "#ivs_content, .Article_content, .TRS_Editor",
        title="#ivs_title, h2, h1",
        tells=".article-info, .PBtime",
        time="#ivs_date",
        signature=False,
    ),
    SiteRule("spp.gov.cn", "#fontzoom", title=".detail_tit, h1", tells=".detail_extend1", signature=False),
    SiteRule(
        "stats.gov.cn",
        ".txt-content, .center_xilan, .TRS_Editor",
        title=".detail-title, h1, .xilan_tit",
        tells=".detail-title-des",
        signature=False,
    ),
)
