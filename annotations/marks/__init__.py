"""Marks: what one says (`mark`), changing it (`editing`), its themes, its move to a new text (`reanchoring`).

A new text's report is the first event of the step that carries the marks, and a text that returns puts them where they
were: the events know the old places, there is no second place for history.
"""
