"""The API: its one error shape, its sign-in, and the reader app's own routes."""
