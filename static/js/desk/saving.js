/** How saving stands, in words: what is kept where, and what the reader can do about it. */
import { copy } from "../lib/copying.js";
import { say, toast } from "../lib/status.js";

/** With changes that wait, and without. */
const SENTENCES = {
  offline: () => gettext("连不上服务器。可以接着圈点：%s 处改动留在这台设备上，连上后自动补存。"),
  signed_out: () => gettext("你已退出登录。%s 处改动留在这台设备上，重新登录后自动补存。"),
  lost: () => gettext("这篇文章打不开了：它被移走了，或你已不在这个课题里。%s 处没有存上的改动仍留在这台设备上。"),
};

const IDLE = {
  offline: () => gettext("连不上服务器。可以接着圈点：改动先留在这台设备上，连上后自动补存。"),
  signed_out: () => gettext("你已退出登录，重新登录后才能存下圈点。"),
  lost: () => gettext("这篇文章打不开了：它被移走了，或你已不在这个课题里。"),
};

/** The same where the browser keeps nothing: what is not saved lasts as long as the page. */
const FLEETING = {
  offline: () => gettext("连不上服务器。可以接着圈点，但这个浏览器不让留存：%s 处改动只在这一页里，请别关掉，连上后自动补存。"),
  signed_out: () => gettext("你已退出登录。这个浏览器不让留存：%s 处改动只在这一页里，请别关掉，重新登录后自动补存。"),
  lost: () => gettext("这篇文章打不开了：它被移走了，或你已不在这个课题里。%s 处没有存上的改动只在这一页里，请先复制下来。"),
};
const FLEETING_IDLE = {
  ...IDLE,
  offline: () => gettext("连不上服务器。可以接着圈点，但这个浏览器不让留存：改动只在这一页里，请别关掉，连上后自动补存。"),
};

function signIn() {
  window.open(`/sign-in/?next=${encodeURIComponent(window.location.pathname)}`, "_blank");
}

/** The unsent changes as text: each passage with its note. */
function written(changes) {
  return changes.map(({ body }) => [body.exact, body.note].filter(Boolean).join("\n")).join("\n\n");
}

export function wireSaving(marks, line) {
  const tell = () => {
    const [waiting, idle] = marks.outbox?.lasting === false ? [FLEETING, FLEETING_IDLE] : [SENTENCES, IDLE];
    if (line.state !== "open" && !marks.unsent) say(idle[line.state](), true);
    else if (line.state !== "open") say(interpolate(waiting[line.state](), [marks.unsent]), true);
    else if (marks.all.some((mark) => mark.state === "refused")) say(gettext("有圈点没有存上，请看边注。"), true);
    else say(marks.unsent ? gettext("保存中…") : gettext("已保存"));
  };
  const copyUnsent = async () => {
    if (!(await copy(written(await marks.outbox.all())))) toast(gettext("浏览器不让复制，请手动选取。"));
  };
  marks.addEventListener("change", tell);
  marks.addEventListener("failed", ({ detail }) => toast(detail.error.message));
  line.addEventListener("change", () => {
    tell();
    if (line.state === "signed_out") toast(gettext("你已退出登录"), gettext("重新登录"), signIn, true);
    if (line.state === "lost" && marks.unsent) toast(gettext("有改动没有存上"), gettext("复制下来"), copyUnsent, true);
  });
}
