"""What strangers' files are read in: child processes that are ended when they take too long or too much.

`bounded(function, …)` calls a function of a module in a child and gives back what it returns or raises. One process
(forker.py) has loaded what reading needs and forks a child for each call: a child begins warm and clean, its limits are
its own, and its memory goes with it. The server starts that process before its workers, which share it; any other
process starts one when it first reads. It ends when nobody who might ask is left, and its children end with it.
"""

from reader.sandbox.asking import start, warm
from reader.sandbox.calling import bounded
from reader.sandbox.limits import REQUEST, TASK, Limits, limited

__all__ = ["REQUEST", "TASK", "Limits", "bounded", "limited", "start", "warm"]
