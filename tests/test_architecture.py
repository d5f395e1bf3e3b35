"""The layers, stated once, and what holds the code in them (docs/architecture.md).

An app imports, and has foreign keys, only to layers below its own; apps of one layer do not know each other.
"""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

ROOT = Path(__file__).resolve().parent.parent

#: From the top down.
LAYERS = [
    {"site_nebuleuses"},
    {"demo"},
    {"home", "contributions", "newsletter"},
    {"initiatives", "articles", "appeals", "agenda", "resources", "search"},
    {"core", "members"},
]
HEIGHT = {app: len(LAYERS) - depth for depth, layer in enumerate(LAYERS) for app in layer}
#: Tests and tools look at everything, and nothing may look at them.
OUTSIDE = {"tests", "tools"}

LONGEST_MODULE = 250
#: Prose and numbers rather than code.
DATA_FOLDERS = [Path("demo/content")]
NAMES_THAT_SAY_NOTHING = {"utils", "common", "helpers", "misc"}


def modules():
    """Every Python file of the apps, migrations excepted (list of Path, relative to the project)."""
    return sorted(
        path.relative_to(ROOT)
        for app in HEIGHT
        for path in (ROOT / app).rglob("*.py")
        if "migrations" not in path.parts
    )


def may_know(app, other):
    """Whether `app` may import `other`, or point to it (names of top-level packages)."""
    if other == app or other not in HEIGHT.keys() | OUTSIDE:
        return True
    return other in HEIGHT and HEIGHT[other] < HEIGHT[app]


def wrong_imports(source, path):
    """The imports of a module that the layers forbid (list of « file:line app → other »).

    `source` is its text, `path` its Path relative to the project. Imports inside functions count, so do
    those by name through `import_module` and `import_string` when the name is written there.
    """
    app = path.parts[0]
    found = []
    for node in ast.walk(ast.parse(source)):
        for name in _imported(node):
            other = name.partition(".")[0]
            if not may_know(app, other):
                found.append(f"{path}:{node.lineno} {app} → {other}")
    return found


def _imported(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module] if node.level == 0 else []
    if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if called in {"import_module", "import_string", "__import__"}:
            return [str(node.args[0].value)]
    return []


def relations_of(model):
    """What a model points to (list of (field name, model)), parent links and chosen « through » tables included.

    The swappable account is left out: AUTH_USER_MODEL is how Django lets any app point to people without
    knowing which app keeps them. It costs nothing today, for `members` is at the bottom.
    """
    fields = [*model._meta.local_fields, *model._meta.local_many_to_many]
    found = []
    for field in fields:
        if not field.is_relation or not isinstance(field.related_model, type):
            continue
        if getattr(field, "swappable_setting", None) == "AUTH_USER_MODEL":
            continue
        found.append((field.name, field.related_model))
        through = getattr(field.remote_field, "through", None)
        if through is not None and not through._meta.auto_created:
            found.append((f"{field.name}.through", through))
    return found


def wrong_relations(model):
    """The relations of a model that the layers forbid (list of « app.Model.field → other.Model »)."""
    app = model._meta.app_label
    return [
        f"{model._meta.label}.{name} → {target._meta.label}"
        for name, target in relations_of(model)
        if not may_know(app, target._meta.app_label)
    ]


def our_models():
    """Every model of our apps, the tables that Django makes for many-to-many fields included."""
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in HEIGHT]


# --- The layers hold --------------------------------------------------------------------------


def test_every_app_has_a_layer():
    places = [Path(config.path) for config in apps.get_app_configs()]
    ours = {path.relative_to(ROOT).parts[0] for path in places if path.is_relative_to(ROOT)} - {".venv"}
    assert ours <= HEIGHT.keys()


def test_every_package_at_the_top_is_an_app_or_known_to_be_outside():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages <= HEIGHT.keys() | OUTSIDE


def test_no_module_imports_its_own_layer_or_one_above():
    assert len(modules()) > 30
    wrong = [line for path in modules() for line in wrong_imports((ROOT / path).read_text(), path)]
    assert not wrong, "\n".join(wrong)


def test_no_model_points_to_its_own_layer_or_one_above():
    assert len(our_models()) > 20
    wrong = [line for model in our_models() for line in wrong_relations(model)]
    assert not wrong, "\n".join(wrong)


def test_migrations_import_their_own_app_and_those_below():
    paths = [path.relative_to(ROOT) for app in HEIGHT for path in (ROOT / app).glob("migrations/*.py")]
    assert paths
    wrong = [line for path in paths for line in wrong_imports((ROOT / path).read_text(), path)]
    assert not wrong, "\n".join(wrong)


def test_no_module_has_a_name_that_says_nothing():
    wrong = [path for path in modules() if NAMES_THAT_SAY_NOTHING & {path.stem, *path.parts}]
    assert not wrong, wrong


def test_no_module_holds_two_concepts():
    long = {}
    for path in modules():
        lines = len((ROOT / path).read_text().splitlines())
        if lines > LONGEST_MODULE and not any(path.is_relative_to(folder) for folder in DATA_FOLDERS):
            long[str(path)] = lines
    assert not long, f"past {LONGEST_MODULE} lines, look for the second concept: {long}"


# --- And the guard itself sees ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("app", "line"),
    [
        ("core", "import home"),
        ("core", "from agenda.models import EventPage"),
        ("members", "from core.models import Theme"),
        ("articles", "import appeals.models as other"),
        ("home", "from demo import content"),
        ("home", "from site_nebuleuses import urls"),
        ("demo", "import site_nebuleuses.settings"),
        ("agenda", "from tests import factories"),
        ("search", "def find():\n    from initiatives.models import InitiativePage"),
        ("core", "if TYPE_CHECKING:\n    import newsletter"),
        ("core", "import_module('agenda.models')"),
        ("core", "importlib.import_module('agenda.models')"),
    ],
)
def test_the_guard_sees_a_wrong_import(app, line):
    assert wrong_imports(line, Path(app, "models.py")), line


@pytest.mark.parametrize(
    ("app", "line"),
    [
        ("home", "from agenda.models import Occurrence"),
        ("agenda", "from core.models import ContentPage"),
        ("demo", "from home.sections import open_site"),
        ("site_nebuleuses", "import demo"),
        ("core", "from .place import Place"),
        ("core", "from core.models import Place"),
        ("core", "import calendar, django"),
    ],
)
def test_the_guard_lets_a_right_import_pass(app, line):
    assert not wrong_imports(line, Path(app, "models.py"))


@pytest.mark.parametrize(
    ("field", "seen"),
    [
        (models.ForeignKey("agenda.EventPage", models.CASCADE, related_name="+"), True),
        (models.OneToOneField("home.HomePage", models.CASCADE, related_name="+"), True),
        (models.ManyToManyField("appeals.AppealPage", related_name="+"), True),
        (models.ForeignKey("members.ConsentTask", models.CASCADE, related_name="+"), True),
        (models.ForeignKey("core.Theme", models.CASCADE, related_name="+"), False),
        (models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+"), False),
        (models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+"), False),
    ],
)
def test_the_guard_sees_a_wrong_relation(field, seen):
    with isolated_model("core", field) as model:
        assert bool(wrong_relations(model)) is seen


def test_the_guard_sees_a_wrong_parent():
    with isolated_model("core", base=apps.get_model("agenda.Occurrence")) as model:
        assert any("occurrence_ptr" in line for line in wrong_relations(model))


class isolated_model:  # noqa: N801 -- reads as a function in a « with »
    """A model of `app_label` that exists for one test only, and leaves the registry as it was."""

    def __init__(self, app_label, field=None, base=models.Model):
        self.app_label, self.field, self.base = app_label, field, base

    def __enter__(self):
        meta = type("Meta", (), {"app_label": self.app_label})
        attributes = {"__module__": f"{self.app_label}.models", "Meta": meta}
        if self.field:
            attributes["field"] = self.field
        self.model = type("Intruder", (self.base,), attributes)
        return self.model

    def __exit__(self, *exception):
        registered = apps.all_models[self.app_label]
        for name in [name for name in registered if name.startswith("intruder")]:
            del registered[name]
        if self.base is not models.Model:
            del self.base.intruder  # the way from the parent to this child
        apps.clear_cache()
