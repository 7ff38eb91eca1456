"""Commercial portals, platforms where accounts publish, and sites outside the mainland."""

from reader.extraction.sites.rule import SiteRule

COMMERCIAL: tuple[SiteRule, ...] = (
    SiteRule(
        "163.com",
        ".post_body #endText, .post_body, #endText, .entext",
        title=".post_title, #h1title, #epContentLeft h1, h1",
        tells=".post_info, .post_time_source, .ep-time-soure",
        editor=".ep-editor",
        drops=".post_statement, .ep-source, .gg200x300, .post_crumb, .video-wrapper, .endText_relation, .nph_gallery"
        ", .post_topshare, .post_btmshare, .post_top_tie_icon, .post_jubao, .ep-share, .post_end_ad, .post_next_post"
        ", .post_recommends, .brief_ad, .otherContent_01, #js-tag, .nph_btn_bigphoto, .f_size, .special_tag_wrap",
    ),
    SiteRule(
        "1905.com",
        ".pic-content",
        title="h1",
        tells=".content-mes, .mod-content-info",
        drops=".pic-video",
    ),
    SiteRule(
        "360kuai.com",
        "#article__content, .article_content_test",
        title=".article__title",
        time="time",
        drops=".article__content__textgg, .article__content__yyconfig",
    ),
    SiteRule(
        "36kr.com", ".articleDetailContent", title=".article-title, h1", tells=".article-title-icon", signature=False
    ),
    SiteRule(
        "39.net", "#contentText, .js_list_l_art_m, .art_con", title="h1", tells=".date, .art_info", signature=False
    ),
    SiteRule(
        "baidu.com",
        ".article-content, #article",
        title=".article-title, h1",
        source=".author-name",
        drops=".article-source, .report, .author-box",
        signature=False,
    ),
    SiteRule("bbc.com", ".story-body .bodytext, main", title="h1", tells=".datestamp, time", signature=False),
    SiteRule(
        "csdn.net",
        "#content_views, #article_content, .news_content",
        title=".title-article, h1",
        tells=".tit_bar",
        time=".time",
        signature=False,
    ),
    SiteRule(
        "eastmoney.com",
        "#ContentBody",
        title=".newsContent h1, .title, h1",
        tells=".infos, .time-source",
        drops=".em_media, #zw_header",
    ),
    SiteRule(
        "ednchina.com", ".article_text, .article_body", title="h1", tells=".art-info, .detail-info", signature=False
    ),
    SiteRule("hexun.com", ".art_contextBox, .art_context", title=".articleName h1, h1", tells=".tip", signature=False),
    SiteRule(
        "huxiu.com", ".article__content", title=".article__title, h1", tells=".article__bottom-info", signature=False
    ),
    SiteRule(
        "ifeng.com",
        ".index_text_*, #main_content, #artical_real, .text-*",
        title="#artical_topic, .index_title_*, .topic-*, h1",
        tells=".index_timeBref_*, .timeBref-*, #artical_sth, .p_time, .time-*",
        source=".index_source_*, .source-*, .ss03",
        drops=".ifengLogo, .js_p_ifeng, #embed_hzh_div",
        signature=False,
    ),
    SiteRule(
        "qq.com",
        "#ArticleContent, #Cnt-Main-Article-QQ, #ArticleCnt, .content-article",
        title=".content-article h1, .qq_article h1, h1",
        tells=".media-meta, .a_Info, .LEFT, .qq_bar, .info",
        source=".media-name, .a_source, .where",
        editor=".qq_editor",
        drops="#videokg, .rv-root-v2, #relInfo, .mbArticleShareBtn, .qq_editor, #backqqcom, .rel_topic, .QQ-plugin",
    ),
    SiteRule(
        "sina.com.cn",
        "#article, #artibody, .article",
        title=".main-title, #artibodyTitle, h1",
        tells=".date-source, #art_source, .artInfo, #page-tools .time-source, .time-source",
        source="#media_name",
        drops=".article-editor, .show_author, .appendQr_wrap, #sinashequ, .ct_hqimg, .otherContent_01, #left_hzh_ad"
        ", .hqimg_wrapper, .article-notice, .xb_new_finance_app, .finance_app_zqtg, .hqimg_related, .corrTxt_01"
        ", .new_style_article, #quotes_zone, .video-list, .tech-quotation, .article-bottom, .wap_special, .app-kaihu-qr"
        ", .video-2017, .img_descr_special, .show_statement, .j_hkvideo_container, .footerOther, .page-tag",
        signature=False,
    ),
    SiteRule(
        "sohu.com",
        "#mp-editor, article.article, #contentText",
        title=".text-title h1, h1",
        tells=".article-info, #news-time",
        time="#news-time",
        drops=".backword, #backsohucom, .lookall, .statement, .original-link, .editor-name, .lookall-box",
    ),
    SiteRule(
        "toutiao.com",
        ".article-content article, .article-content, .syl-page-article",
        title="h1",
        tells=".article-meta, .article-sub",
        source=".article-meta .name",
        drops="h1, .article-meta, .article-sub, .pgc-card",
        signature=False,
    ),
    SiteRule(
        "udn.com",
        "#article_body, #story_body_content, .article-content__editor",
        title=".article-content__title, h1",
        tells=".story_bady_info_author",
        drops=".photo_center, .photo_pop",
    ),
    SiteRule(
        "weixin.qq.com",
        "#js_content",
        title="#activity-name",
        tells="#meta_content",
        source="#js_name",
        time="#publish_time",
        authors="#js_author_name, span.rich_media_meta_text",
        drops=".js_mp_card, .mp_profile_iframe_wrp, #js_pc_qr_code, .qr_code_pc_outer",
    ),
    SiteRule(
        "yahoo.com",
        ".caas-body",
        title=".caas-title-wrapper h1, h1",
        time="time",
        drops=".caas-readmore, .read-more-vendor",
    ),
    SiteRule(
        "zhihu.com", ".Post-RichText, .RichContent-inner .RichText", title=".Post-Title, h1", tells=".ContentItem-time"
    ),
)
