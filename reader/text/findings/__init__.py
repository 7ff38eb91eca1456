"""What a text states besides its themes: the documents it cites, its numbers and targets.

Every finding carries its start and end in code points of exactly the text that was read, which is never changed.
"""

# Raised when other findings come out of the same text: what was kept is then read anew.
EDITION = 1
