"""Where gunicorn and ``flask`` find the app: ``wsgi:app``."""

from timebank.app import create_app

app = create_app()
