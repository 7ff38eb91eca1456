"""The codebook: its order, merging, examples, its words, and other people's codebooks taken in.

A project's words are its themes' names and keywords, less what is withheld, and those added by hand (`terms`). A
recorded step that changes them queues one task (`tasks`), which settles Project.terms and cuts anew; a text that
holds none of the terms that came or went is cut by the new ones as it was, so only its fingerprint changes. What is
behind is known by the fingerprint, so a killed task leaves nothing to clear up.

Two article themes that mean one theme, since a merge, both stay and are shown as one: each keeps its lead and its
decision, and taking the merge back needs nothing more. An import leaves alone what its file leaves empty, and what a
codebook cannot hold is fitted, and shown so, before it is taken in: refusing the file would leave the work to the
reader.
"""
