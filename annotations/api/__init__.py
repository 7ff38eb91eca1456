"""The API's routes for what is marked: one module per subject, its shapes and its answers."""
