"""Notes as a PDF: laid out in gatherings of pages, side by side in processes of their own, and bound afterwards.

WeasyPrint takes about a processor second an article, spread evenly over style, layout and drawing, and holds half a
gigabyte for 40 of them. pikepdf binds: pypdf took a tenth of the whole, in the one process that cannot be shared. Page
numbers are written onto the finished pages, for no gathering knows how many come before it.
"""
