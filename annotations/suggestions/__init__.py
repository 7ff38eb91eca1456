"""Suggested passages: sentences like a theme that nobody has marked yet, and those refused.

Ranked by BM25 (k1 1.2, b 0.3: sentences are short) over the theme's name, keywords and last 40 tagged passages;
what was refused counts against (Rocchio). tests/benchmarks/suggestions_quality.py, 92 labelled themes among 1,364
sentences, half of each one's given: one of the other half is among the first ten for 73 %, by the name alone for 62
%, by chance for 3 %. b was chosen on these same themes; other weights moved the figures by less than the sample can
tell. 25 terms of the passages are asked for: 40 find it for 76 % and take half as long again. A refusal goes by the
sentence's words and is the project's: it outlives text versions, and what one person refused nobody is asked again.
"""
