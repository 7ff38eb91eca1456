"""What runs the site: the environment, gunicorn and its worker, limits, language, static files."""
