"""Party and state media, and the news sites of papers and broadcasters."""

from reader.extraction.sites.rule import SiteRule

OFFICIAL: tuple[SiteRule, ...] = (
    SiteRule("12371.cn", ".word, #font_area", title=".big_title, h1", tells=".title_mes, .time", signature=False),
    SiteRule(
        "banyuetan.org",
        ".detail_content",
        title=".detail_tit h1, h1",
        tells=".detail_tit_time, .detail_tit_source, .detail_tit_editor",
        drops=".detail_tit, .p_pages",
    ),
    SiteRule("bjnews.com.cn", "#contentStr, .article-text", title=".bodyTitle h1, h1", tells=".sourceText, .timer"),
    SiteRule(
        "caijing.com.cn", "#the_content", title="#cont_title, h1", tells=".ar_source, #editor_baidu", signature=False
    ),
    SiteRule("caixin.com", "#Main_Content_Val", title="#conTit h1, h1", tells="#artInfo", drops=".pip, #pay-box"),
    SiteRule(
        "ce.cn",
        "#articleText, .articleText, .TRS_Editor",
        title="#articleTitle, h1",
        tells="#articleTime, #articleSource",
        breadcrumb=".path, #path",
        drops="#articleEditor, .zebian, .ceceed, .erweima",
        signature=False,
    ),
    SiteRule(
        "cctv.com",
        "#content_area, .content_area, #text_area, .cnt_bd",
        title="#title_area h1, h1",
        tells="#title_area .info1, .info1, .info, .function",
        drops=".zebian, .bd_ad, .page_video, .function, .nrfxan, #embed_playerid",
        signature=False,
    ),
    SiteRule(
        "china.com.cn",
        "#articleBody, .articleBody, #artbody, #fontzoom, div.article",
        title=".articleTitle, #articleTitle, h1",
        tells="#pub_date, .articleInfo, .pub_date",
        editor="#editor_baidu",
        drops=".fontSize, .pageNum, #editor_baidu",
        signature=False,
    ),
    SiteRule(
        "chinadaily.com.cn", "#Content", title="#Title_e h1, .dabiaoti, h1", tells=".xinf-le, .info_l", signature=False
    ),
    SiteRule(
        "chinanews.com",
        ".left_zw, #content_left .content",
        title=".content_left_title, #cont_1_1_2 h1, h1",
        tells=".content_left_time, .left-t",
        drops=".adEditor, .div-for-report, #function_code_page, .channel, .left_name",
    ),
    SiteRule(
        "chinanews.com.cn",
        ".left_zw",
        title=".content_left_title, h1",
        tells=".content_left_time, .left-t",
        drops=".adEditor, .div-for-report, #function_code_page, .channel, .left_name",
    ),
    SiteRule(
        "cjn.cn", ".art-main .TRS_Editor, .art-main", title=".art-title h1, h1", tells=".art-meta", signature=False
    ),
    SiteRule(
        "cnr.cn",
        ".article-body .TRS_Editor, .article-body, .contentText, .TRS_Editor",
        title=".article-header h1, h1",
        tells=".article-header .source, .source",
        drops=".articleList, .article-footer, .editor",
        signature=False,
    ),
    SiteRule("cri.cn", "#abody", title="#atitle, h1", source="#asource", time="#apublishtime", editor="#aeditor"),
    SiteRule("cyol.com", ".TRS_Editor, #zdzw, .content", title="h1", tells=".article_subtitle, .info", signature=False),
    SiteRule(
        "dangjian.cn", "#tex, .TRS_Editor, .content", title="#title_tex, h1, .tit", tells="#time_tex", signature=False
    ),
    SiteRule(
        "dangjian.com", "#tex, .TRS_Editor, .content", title="#title_tex, h1, .tit", tells="#time_tex", signature=False
    ),
    SiteRule(
        "eastday.com", "#ivs_content, .detail, #zw, .contentBox", title="#ivs_title, h1", tells=".article_infos, .time"
    ),
    SiteRule("epaper.gmw.cn", "#articleContent", title=".text_c h1, h1", tells=".text_c .lai", authors=".text_c h4"),
    SiteRule(
        "gmw.cn",
        ".u-mainText, #contentMain, #ContentPh, #articleBox",
        title="h1.u-title, #articleTitle, #articleID",
        tells=".m-con-info, #contentMsg, #contentMsg_baidu, #articlePubTime",
        breadcrumb=".g-crumbs, #contentBreadcrumbs2, #contentBreadcrumbs",
        drops=".liability, #contentLiability, #articleLiability, .u-moreText, #displaypagenum, .m-zbTool, .m-share",
    ),
    SiteRule(
        "guancha.cn",
        ".content.all-txt, .all-txt",
        title=".left-main h3, h3, h1",
        tells=".time.fix",
        drops=".share-g, .app-tips, .module-interact, .gc-comment, .weixin-code",
        signature=False,
    ),
    SiteRule(
        "huanqiu.com",
        ".l-con .la-t article, article .l-con, .la_con, #text",
        title=".t-container-title h3, h1",
        tells=".metadata-info, .la_tool",
        drops=".adv-list, .edit-con",
        signature=False,
    ),
    SiteRule("jiemian.com", ".article-content", title=".article-header h1, h1", tells=".article-info", signature=False),
    SiteRule("legaldaily.com.cn", "#ShowContent, .TRS_Editor", title="h1, .f20", tells=".info, .f12", signature=False),
    SiteRule(
        "nbd.com.cn", ".g-articl-text", title=".g-article-top h1, h1", tells=".g-article-top .source, .g-article-top"
    ),
    SiteRule(
        "news.cn",
        "#detailContent, #detail, #p-detail",
        title=".head-line .title, .head-line h1, .h-title, #title, h1",
        tells=".header-cont, .h-info, .info, .header-info, .mheader .info",
        time=".header-time, .h-time",
        drops=".editor, #articleEdit, .p-jc, .zan-wap, .relatedNews, .bookList, #div_currpage, .standard_lb",
    ),
    SiteRule(
        "paper.people.com.cn",
        "#ozoom, #articleContent",
        title=".article h1, .text_c h1, h1",
        tells=".article .sec, .lai",
        authors=".text_c h4",
    ),
    SiteRule(
        "people.com.cn",
        ".rm_txt_con, .artDet, #rwb_zw, #p_content, .show_text, .text_con .text_c, .text_show, .content .text_con",
        title=".rm_txt h1, .text_con h1, .d2txt h1, #p_title, h1",
        tells=".rm_txt .col-1-1, .channel, .artOri, .sou, .sou1, .text_c .sou, .box01 .fl, #p_publishtime, #p_origin",
        breadcrumb=".route, #rwb_navpath, .path, #p_navigator",
        drops=".edit, .edit_new, #p_editor, .rm_relevant, .otitle, .share, .zdfy, .bza, .editor, .paper_num, .page_n",
    ),
    SiteRule(
        "qstheory.cn",
        ".highlight, #detailContent, .text .TRS_Editor, .inner .content, .content .text",
        title=".inner h1, .text h1, h1",
        tells=".appellation, .headtitle span, .pubtime, .text .inf",
        breadcrumb=".position, .crumbs",
        drops=".fs-text, .erwm, .fx, .appellation, .editor, .bianji",
        signature=False,
    ),
    SiteRule(
        "southcn.com",
        "#content",
        title="#article_title, h1",
        tells=".m-article__msg, .meta",
        editor="#editor_baidu",
        drops=".m-editor, .m-share",
        signature=False,
    ),
    SiteRule(
        "stcn.com",
        "#ctrlfscont, .txt_con, .detail-content",
        title=".intal_tit h2, .detail-title, h1",
        tells=".info, .detail-info",
    ),
    SiteRule("stdaily.com", "#printContent, .TRS_Editor, .content", title="h1", tells=".info, .time", signature=False),
    SiteRule(
        "thepaper.cn",
        ".news_txt, .index_cententWrap*, .cententWrap*",
        title=".news_title, .index_title*, h1",
        source=".news_about p",
        tells=".news_about, .headerContent*, .index_headerContent*",
        drops=".news_tit2, .news_editor_tip, .news_love, .news_keyword, .go_news",
    ),
    SiteRule("wenming.cn", "#tex, .TRS_Editor, #body_con", title="#title_tex, h1", tells="#time_tex", signature=False),
    SiteRule(
        "workercn.cn",
        "#pageContent, .article-content",
        title=".article-title, h1",
        tells=".article-info",
        signature=False,
    ),
    SiteRule(
        "xinhuanet.com",
        "#detailContent, #detail, #p-detail, #content, .article",
        title=".head-line .title, .head-line h1, .h-title, #title, h1",
        tells=".header-cont, .h-info, .info, .header-info, .mheader .info",
        time=".header-time, .h-time",
        drops=".editor, #articleEdit, .p-jc, .zan-wap, .relatedNews, .bookList, #div_currpage, .standard_lb",
        signature=False,
    ),
    SiteRule("xuexi.cn", ".render-detail-content", title=".render-detail-title", tells=".render-detail-infos"),
    SiteRule("yicai.com", "#multi-text, .m-txt", title=".title h1, h1", tells=".title p", signature=False),
    SiteRule(
        "youth.cn",
        ".page_text .TRS_Editor, .TRS_Editor, .page_text, #container",
        title=".page_title h1, .pbt, h1",
        tells=".page_title p, .pwz, #page_right, .article-info",
        drops=".editor, .page_bjname, #qr_container, .fx",
        signature=False,
    ),
)
