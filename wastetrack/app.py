"""The composition root: builds, wires and registers; no logic."""

import importlib
import pkgutil
from datetime import timedelta

from flask import Flask
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined

import wastetrack.web as doors
from config import STATIC, TEMPLATES, Settings
from wastetrack.containers.rules import LabelSigner
from wastetrack.kernel.clock import Clock, SystemClock
from wastetrack.kernel.database import Database, connect
from wastetrack.kernel.files import FileStore
from wastetrack.kernel.ids import Ids
from wastetrack.kernel.keys import LABELS, ROADSIDE, derived
from wastetrack.manifests.rules import RoadsidePass
from wastetrack.web import door, errors, filters, frame, headers, incoming, session
from wastetrack.web.throttle import Throttle


def create_app(
    settings: Settings,
    *,
    clock: Clock | None = None,
    database: Database | None = None,
    ids: Ids | None = None,
) -> Flask:
    """The whole web application for these settings."""
    app = Flask("wastetrack", template_folder=str(TEMPLATES), static_folder=str(STATIC))
    clock = clock or SystemClock()
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=12 * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
        MAX_FORM_PARTS=5000,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        SESSION_REFRESH_EACH_REQUEST=False,
        WTF_CSRF_TIME_LIMIT=None,
        SEND_FILE_MAX_AGE_DEFAULT=timedelta(days=365),
    )
    app.extensions["settings"] = settings
    app.extensions["database"] = database or Database(
        connect(settings.database_url, pool_size=settings.web_threads), clock, ids
    )
    app.extensions["labels"] = LabelSigner(settings.base_url, derived(settings.signing_key, LABELS))
    app.extensions["roadside"] = RoadsidePass(
        settings.base_url, derived(settings.signing_key, ROADSIDE), settings.roadside_days
    )
    app.extensions["scans"] = Throttle(120, timedelta(minutes=5))
    app.extensions["files"] = FileStore(settings.instance / "files")
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    incoming.install(app)
    CSRFProtect(app)
    session.install(app, clock)
    filters.install(app)
    headers.install(app)
    errors.install(app)
    app.teardown_request(door.close_reading)
    frame.install(app)
    for module in pkgutil.iter_modules(doors.__path__):
        room = getattr(importlib.import_module(f"wastetrack.web.{module.name}"), "room", None)
        if isinstance(room, door.Room):
            app.register_blueprint(room)
    return app
