"""Articles: what they are read by, their text versions, the words and sentences of these, reposts, the bin.

`postings` keeps one row a term and article, which packs of each sentence its number, how often it holds the term
and how many terms it has: BM25 needs nothing else, both databases read it by the same code, and a new text writes
rows of its own only, so that importers never wait for each other. tests/benchmarks/suggestions_time.py, 1,000
articles, 60,000 sentences: a million rows, 59 MB, first suggestions after 0.2 to 0.3 s.

`reposts` tells the same text by MinHash: half of all runs of five characters in common.
tests/benchmarks/reposts.py, 562 articles and essays: of 157,641 pairs six share as much (0.63 and more, each pair
one text), the nearest others 0.41 and 0.38; a repost without a quarter, or with one character of thirty changed,
shares it in 99.6 % and more, the first half alone in 62 %. Like texts are found by 16 bands of four minima
(TextBand) and compared whole: 97.5 to 100 % of reposts meet in a band, and one pair of 157,635 others; 2.2 ms a
text. A repost is linked to what was published first, never to another repost: no chains, whatever order they come
in.
"""
