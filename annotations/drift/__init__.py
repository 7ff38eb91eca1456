"""提法变化 of two articles, or of two versions of one: what is read of them, and what is shown and written.

`reader.text.drift` compares; here it is given the texts shown, their words and the marks on them.
"""
