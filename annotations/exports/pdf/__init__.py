"""Notes as a PDF: set by Typst in parts of some articles, each part in a process of its own, bound afterwards.

A part is a process because Typst gives no memory back while it lives: 10,000 marks in 500 articles take 37 to 52 s on
two cores, 266 MB in the writing process and 273 MB at most in the parts, which run one after another. WeasyPrint took
322 s and 670 MB for the same, and needed Pango from the system. `binding` writes the parts into one file: page numbers,
bookmarks and the tree of tags run through. It reads only what Typst 0.15 writes, so its version is pinned.
"""
