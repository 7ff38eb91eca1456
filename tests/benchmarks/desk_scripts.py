"""What the benchmark of the desk runs inside the page."""

# When the first mark was painted, when the latest was, and how long tasks took.
PAINTED = """
window.longTasks = [];
new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((task) => task.duration)))
    .observe({ type: "longtask", buffered: true });
window.told = () => {
    if (window.telling) return;
    window.telling = true;
    requestAnimationFrame(() => setTimeout(() => {
        window.telling = false;
        window.firstMark ??= performance.now();
        window.latestMark = performance.now();
    }));
};
const set = HighlightRegistry.prototype.set;
HighlightRegistry.prototype.set = function (name, highlight) {
    if (name.startsWith("mark-")) window.told();
    return set.call(this, name, highlight);
};
const add = Highlight.prototype.add;
Highlight.prototype.add = function (range) {
    if (window.firstMark) window.told();
    return add.call(this, range);
};
"""

# The baseline's page: the same answer, unpacked by the same modules.
WRAPPED = """
window.load = async () => {
    const names = ["text/text", "marks/mark", "themes/themes", "desk/shown", "text/mark-painting"];
    const modules = names.map((name) => import(`/static/js/${name}.js`));
    const [{ Text }, { unpacked }, { Themes }, { Shown }, { MarkPaint }] = await Promise.all(modules);
    const desk = await (await fetch(DESK)).json();
    const text = new Text(document.getElementById("text"));
    const themes = new Themes({});
    themes.take(desk);
    return { text, marks: unpacked(text, desk), themes, highlighting: { Shown, MarkPaint } };
};
window.wrapAll = ({ text, marks, themes }) => window.wrap(text, marks, (mark) => themes.classOf(mark.themes[0]));
window.paintAll = ({ text, marks, themes, highlighting }) => {
    const shown = new highlighting.Shown({ all: marks }, { passes: () => true });
    shown.update(null);
    new highlighting.MarkPaint(text, shown).render((mark) => mark.themes.map(themes.colourOf));
};
window.ready = async () => { window.desk = await window.load(); };
window.drawn = async (draw) => {
    const began = performance.now();
    draw(window.desk);
    const drawn = performance.now();
    void document.body.offsetHeight;
    const laid = performance.now();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return {
        "script by the clock, ms": drawn - began,
        "style and layout by the clock, ms": laid - drawn,
        "until the frame is out, ms": performance.now() - began,
    };
};
document.addEventListener("DOMContentLoaded", () => {
    if (!window.baseline) document.documentElement.dataset.settled = "true";
});
"""

BASELINE = (
    "window.baseline = true;"
    + WRAPPED
    + """
document.addEventListener("DOMContentLoaded", async () => {
    window.wrapAll(await window.load());
    window.told();
    document.documentElement.dataset.settled = "true";
});
"""
)

SETTLED = "() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 500)))"

FRAME = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"

LATEST = """async () => {
    while (!window.latestMark) await new Promise(requestAnimationFrame);
}"""

NODES = """() => {
    const walker = document.createTreeWalker(document.getElementById("text"));
    let count = 0;
    while (walker.nextNode()) count += 1;
    return count;
}"""

# Ten screens down, a sixth of one at a time: the times between frames.
SCROLLED = """async () => {
    const times = [];
    let before = await new Promise(requestAnimationFrame);
    for (let step = 0; step < 120; step += 1) {
        window.scrollBy({ top: 150, behavior: "instant" });
        const now = await new Promise(requestAnimationFrame);
        times.push(now - before);
        before = now;
    }
    return times;
}"""
