/** The page a bookmarklet opened: it says it is ready, takes the page from the window that opened it, shows it, asks. */

const LARGEST = 10 * 1024 * 1024;
const SHOWN = 1200;
// So long a window that opened this one may take; a page of another kind never answers.
const PATIENCE = 8000;

const form = document.getElementById("receive");
const waiting = document.getElementById("waiting");

function isWeb(address) {
  try {
    return ["http:", "https:"].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}

/** Only what the opener itself says of itself: from its window, of its own origin, and of the shape agreed. */
function isPage({ source, origin, data }) {
  if (source !== window.opener || data?.kind !== "quandian-page") return false;
  if (![data.url, data.title, data.html].every((one) => typeof one === "string")) return false;
  return isWeb(data.url) && new URL(data.url).origin === origin;
}

/** The words of the page, read in a document that runs and loads nothing. */
function words(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of page.querySelectorAll("script, style, noscript, template")) element.remove();
  return page.body.textContent.replace(/\s+/g, " ").trim();
}

function show({ url, title, html }) {
  const size = new TextEncoder().encode(html).length;
  if (size > LARGEST) {
    waiting.textContent = gettext("网页太大，一份最多 10 MB。");
    return;
  }
  form.elements.html.value = html;
  form.elements.url.value = url;
  document.getElementById("received-title").textContent = title;
  document.getElementById("received-url").textContent = url;
  document.getElementById("received-size").textContent = interpolate(gettext("%s KB"), [Math.ceil(size / 1024)]);
  document.getElementById("received-text").textContent = words(html).slice(0, SHOWN);
  waiting.textContent = gettext("将要保存这个网页。看过没有错，就点保存。");
  form.hidden = false;
  form.querySelector(".go").focus();
}

function listen() {
  const giveUp = setTimeout(() => {
    waiting.textContent = gettext("没有收到网页。有的网站不让别的窗口同它说话，请改用上传或粘贴。");
  }, PATIENCE);
  window.addEventListener("message", function take(event) {
    if (!isPage(event)) return;
    window.removeEventListener("message", take);
    clearTimeout(giveUp);
    show(event.data);
  });
  // Nothing secret is said, and who opened this page is not known yet.
  window.opener.postMessage("quandian-ready", "*");
}

if (form.elements.html.value) {
  show({ url: form.elements.url.value, title: "", html: form.elements.html.value });
} else if (window.opener) {
  listen();
} else {
  waiting.textContent = gettext("这个页面要从书签打开。如果刚才登录过，请回到那个网页再点一次书签。");
}
