"""Flask's extensions, made once and bound to an app by ``create_app``."""

from flask_babel import Babel
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf.csrf import CSRFProtect

from timebank.orm import Base
from timebank.paths import data_dir

db = SQLAlchemy(model_class=Base)
migrate = Migrate(directory=str(data_dir("migrations")), render_as_batch=True, compare_type=True)
login_manager = LoginManager()
babel = Babel()
csrf = CSRFProtect()
