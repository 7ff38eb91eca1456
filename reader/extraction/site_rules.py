"""What is known of single portals: where the article stands in their pages. Sorted data and its look-up."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class SiteRule:
    """CSS selectors, tried in order. `drops` are widgets inside the container, with the rule each falls under."""

    host: str
    containers: tuple[str, ...]
    titles: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    breadcrumb: str = ""
    drops: tuple[tuple[str, str], ...] = ()


SITE_RULES: tuple[SiteRule, ...] = (
    SiteRule(
        host="gmw.cn",
        containers=(".u-mainText", "#contentMain", "#ContentPh"),
        titles=("h1.u-title", "#articleTitle", "#articleID"),
        tells=(".m-con-info", "#contentMsg", "#articlePubTime"),
        breadcrumb=".g-crumbs",
        drops=(
            (".liability, #contentLiability, #articleLiability", "editor_line"),
            (".u-moreText", "read_more"),
            ("#displaypagenum", "load_more"),
        ),
    ),
    SiteRule(
        host="news.cn",
        containers=("#detailContent", "#detail", "#p-detail"),
        titles=(".head-line h1", ".h-title", "h1"),
        tells=(".header-cont", ".h-info", ".info"),
        breadcrumb=".domPC .bread, .header-breadcrumb",
        drops=((".editor, #articleEdit, .zan-wap", "editor_line"), ("#qrcode, .qrcode", "qr_code")),
    ),
    SiteRule(
        host="people.com.cn",
        containers=(".rm_txt_con", ".artDet", "#rwb_zw", "#p_content"),
        titles=("h1",),
        tells=(".col-1-1", ".channel", ".artOri", ".sou"),
        breadcrumb=".route, #rwb_navpath",
        drops=((".edit, .edit_new, #p_editor", "editor_line"), (".rm_relevant, .otitle, .share", "share_prompt")),
    ),
    SiteRule(
        host="xinhuanet.com",
        containers=("#detailContent", "#detail", "#p-detail"),
        titles=(".head-line h1", ".h-title", "#title", "h1"),
        tells=(".header-cont", ".h-info", ".info", "#pubtime"),
        breadcrumb=".bread",
        drops=((".editor, #articleEdit, .p-jc, .zan-wap", "editor_line"), ("#qrcode", "qr_code")),
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
