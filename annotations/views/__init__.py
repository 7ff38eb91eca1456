"""The annotations app's pages, one module per subject."""
