"""The bookmarklet: it opens the receiving page and hands it the page the reader sees, once that page has asked."""

import json
from urllib.parse import quote, urlsplit

# The receiving page is sent nothing before it has said, from its own origin, that it is ready.
SCRIPT = """(()=>{const page=%(page)s,origin=%(origin)s,into=window.open(page);
if(!into){alert(%(blocked)s);return}
window.addEventListener("message",function hand(event){
if(event.source!==into||event.origin!==origin||event.data!=="quandian-ready")return;
window.removeEventListener("message",hand);
into.postMessage({kind:"quandian-page",url:location.href,title:document.title,html:document.documentElement.outerHTML},origin)})})()"""


def bookmarklet(page: str) -> str:
    """The javascript: address of a bookmark that sends pages to the receiving page at this address."""
    parts = urlsplit(page)
    said = {
        "page": page,
        "origin": f"{parts.scheme}://{parts.netloc}",
        "blocked": "浏览器拦住了新窗口，请允许后再点一次。",
    }
    script = SCRIPT % {name: json.dumps(value) for name, value in said.items()}
    return "javascript:" + quote(script.replace("\n", ""), safe="")
