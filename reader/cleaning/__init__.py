"""The cleaning record: what was taken out and why, corrected by hand, for one article or a site.

A correction of a cleaning is an edit known by its row's text and occurrence, stored on the version it made: it
survives cleaning anew, and undoing is one new version that repeats an old one, edits included. A correction of
metadata is a row (field, before, after, who, when); the latest of a field counts, null gives it back to the page. A
choice for a site matches words, never a pattern of the reader's, and never empties a page. An original is shown by
nh3 without attributes, in a sandboxed frame under its own policy; nesting over 1,000 deep is shown as source, for
sanitising it takes quadratic time.
"""
