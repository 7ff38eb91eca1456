"""PURE. How much of a thing is kept, wherever it comes from: the pages, the API or a file."""

# Characters of a highlight's context on either side; static/js/marks/mark.js cuts as many.
CONTEXT = 32
# Levels of the codebook.
DEPTH = 3
# Characters of a theme's name.
NAME_LENGTH = 60
# The last key a table can have.
LARGEST_ID = 2**63 - 1
