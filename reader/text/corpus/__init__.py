"""Corpus linguistics by counting: which words stand beside a word, which are said more here than elsewhere, how evenly.

`words` cuts a text into tokens; `association` and `keyness` measure what was counted, `dispersion` where. All pure.
"""
