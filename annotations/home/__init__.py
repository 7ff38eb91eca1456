"""What a person comes back to, over all their projects."""
