"""How gunicorn serves the app: ``gunicorn --config config/gunicorn.conf.py wsgi:app``.

Every figure comes from the settings (docs/operator.md). Requests are logged as one JSON line each,
by route and not by address: a URL may hold a member's number or a sign-in token.
"""

import logging
import os
import time

from timebank.log import begin_request, set_up_logging
from timebank.settings import Settings

_settings = Settings.from_env(os.environ)
_requests = logging.getLogger("timebank.requests")

bind = _settings.bind
workers = _settings.workers
worker_class = "sync"
timeout = _settings.timeout_seconds
graceful_timeout = 30
keepalive = 5
max_requests = 5000
max_requests_jitter = 500
# Each worker opens its own database connections; one made before the fork would be shared.
preload_app = False
# A socket that steers the server isn't needed, and would lie in somebody's home folder.
control_socket_disable = True
# X-Forwarded-* counts only when it comes from this machine; the app decides how many hops it trusts.
forwarded_allow_ips = "127.0.0.1,::1"
limit_request_line = 4094
limit_request_fields = 60
accesslog = None
errorlog = "-"


def on_starting(server):
    """Log as the app does, from the first line on."""
    _log_as_json(server.log)


def post_fork(server, worker):
    """The same in each worker."""
    _log_as_json(server.log)


def pre_request(worker, request):
    """Note the time, and give the request its id, which the app's own lines carry too."""
    sent = dict(request.headers).get("X-REQUEST-ID")
    others = [(name, value) for name, value in request.headers if name != "X-REQUEST-ID"]
    request.headers = [*others, ("X-REQUEST-ID", begin_request(sent))]
    request.timebank_began = time.monotonic()


def post_request(worker, request, environ, response):
    """One line a request: method, route, status, milliseconds; no address, query or IP."""
    milliseconds = round(1000 * (time.monotonic() - request.timebank_began), 1)
    status = int(str(response.status).split(maxsplit=1)[0])
    extra = {
        "method": request.method,
        "route": environ.get("timebank.route", "-"),
        "status": status,
        "milliseconds": milliseconds,
    }
    _requests.info("request", extra=extra)


def _log_as_json(gunicorn_log):
    set_up_logging(_settings.log_level)
    for logger in (gunicorn_log.error_log, gunicorn_log.access_log):
        logger.handlers.clear()
        logger.propagate = True
