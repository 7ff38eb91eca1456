"""The pages of the reader app: guard, one call, one response."""
