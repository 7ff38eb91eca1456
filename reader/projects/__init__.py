"""Projects: made, renamed, deleted, and who belongs to them."""
