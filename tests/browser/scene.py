"""Steps that browser tests and screenshots share."""

from playwright.sync_api import expect

PASSWORD = "墨斗-plumbline-7"
FIRST = "让绿道连起城市生活"


def create_account(page, name="chen"):
    """From the first page of an empty installation to the library."""
    page.goto("/")
    page.fill("[name=username]", name)
    page.fill("[name=password1]", PASSWORD)
    page.fill("[name=password2]", PASSWORD)
    page.click("main .go")
    page.wait_for_selector(".rows")


def open_article(page, title=FIRST):
    page.click(f".rows h2 a:has-text('{title}')")
    page.wait_for_selector("#text[data-ready]")


def box_of(page, quote, scroll=True):
    """The screen box of the first and last character of a passage: [left, top, right, bottom]."""
    return page.evaluate(
        """([quote, scroll]) => {
            for (const element of document.querySelectorAll('.block-text')) {
                const at = element.textContent.indexOf(quote);
                if (at < 0) continue;
                if (scroll) element.scrollIntoView({block: 'center', behavior: 'instant'});
                const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
                const nodes = [];
                while (walker.nextNode()) nodes.push(walker.currentNode);
                const placeOf = (units, ends) => {
                    let before = 0;
                    for (const node of nodes) {
                        if (units < before + node.length + (ends ? 1 : 0)) return [node, units - before];
                        before += node.length;
                    }
                };
                const range = new Range();
                range.setStart(...placeOf(at, false));
                range.setEnd(...placeOf(at + quote.length, true));
                const boxes = [...range.getClientRects()];
                const [first, last] = [boxes[0], boxes.at(-1)];
                return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
            }
        }""",
        [quote, scroll],
    )


def select(page, quote, opens=".popup"):
    """Drag the mouse over a passage; the popup opens."""
    drag(page, quote)
    page.wait_for_selector(opens)


def drag(page, quote):
    left, top, right, bottom = box_of(page, quote)
    page.mouse.move(left + 2, top)
    page.mouse.down()
    page.mouse.move((left + right) / 2, (top + bottom) / 2)
    page.mouse.move(right - 3, bottom)
    page.mouse.up()


def saved(page, count):
    """Wait until so many marks are shown and all of them are kept."""
    expect(page.locator(".card:not(.unsaved)")).to_have_count(count)
