"""W3C Web Annotations that come in, in whatever shape JSON-LD lets them have."""
