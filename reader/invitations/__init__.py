"""Who is asked into a project, and comes in by accepting it.

Knowing a name gives nothing: an account of that name may have been made by anybody. So the link is always needed, and
a user name only says in addition whose it must be. An invitation stands as long as the owner who made it owns the
project; whoever lost that leaves no way back in behind.
"""
