"""The notes page: what it lists."""
