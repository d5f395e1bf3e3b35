"""Who may do what: the three groups of the collective, as one table.

docs/redaction.md tells it to members in French; tests/members/test_permissions.py walks it against the real views.
"""

REDACTION = "Rédaction"
MODERATION = "Modération"
ADMINISTRATION = "Administration"

_PAGES = {
    REDACTION: ["add_page", "change_page"],
    MODERATION: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"],
    ADMINISTRATION: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"],
}

_LIBRARY_OWN = {
    "wagtailimages.image": ["add", "choose"],
    "wagtaildocs.document": ["add", "choose"],
    "wagtailmedia.media": ["add"],
}
_LIBRARY_ALL = {
    "wagtailimages.image": ["add", "change", "delete", "choose"],
    "wagtaildocs.document": ["add", "change", "delete", "choose"],
    "wagtailmedia.media": ["add", "change", "delete"],
}
#: Permissions on the library, given on the root collection.
_COLLECTIONS = {
    REDACTION: _LIBRARY_OWN,
    MODERATION: _LIBRARY_ALL,
    ADMINISTRATION: _LIBRARY_ALL | {"wagtailcore.collection": ["add", "change", "delete"]},
}

_EVERYTHING = ["add", "change", "delete", "view"]
_TAXONOMIES = {
    "core.theme": _EVERYTHING,
    "core.place": _EVERYTHING,
    "initiatives.initiativekind": _EVERYTHING,
}
_DESK = {"contributions.contribution": ["view", "change"]}
#: Permissions on whole tables.
_MODELS = {
    REDACTION: {"wagtailadmin.admin": ["access"]},
    MODERATION: {"wagtailadmin.admin": ["access"], **_TAXONOMIES, **_DESK},
    ADMINISTRATION: {
        "wagtailadmin.admin": ["access"],
        **_TAXONOMIES,
        **_DESK,
        "members.member": _EVERYTHING,
        "auth.group": _EVERYTHING,
        "core.sitesettings": ["change"],
        "wagtailcore.site": ["change"],
        "wagtailcore.workflow": ["add", "change", "delete"],
        "wagtailcore.task": ["add", "change", "delete"],
        "members.consenttask": ["add", "change", "delete"],
        "wagtailredirects.redirect": ["add", "change", "delete"],
    },
}

#: Which members of which groups are asked to agree.
REVIEWERS = [REDACTION, MODERATION, ADMINISTRATION]


def create_groups(apps):
    """Creates the groups with their permissions, and removes Wagtail's own two; `apps` is a migration's registry."""
    Group = apps.get_model("auth.Group")
    Page = apps.get_model("wagtailcore.Page")
    Collection = apps.get_model("wagtailcore.Collection")
    GroupPagePermission = apps.get_model("wagtailcore.GroupPagePermission")
    GroupCollectionPermission = apps.get_model("wagtailcore.GroupCollectionPermission")

    Group.objects.filter(name__in=["Moderators", "Editors"]).delete()
    root_page = Page.objects.get(depth=1)
    root_collection = Collection.objects.get(depth=1)
    for name in (REDACTION, MODERATION, ADMINISTRATION):
        group, _created = Group.objects.get_or_create(name=name)
        for codename in _PAGES[name]:
            permission = _permission(apps, "wagtailcore.page", codename)
            GroupPagePermission.objects.get_or_create(group=group, page=root_page, permission=permission)
        for model, verbs in _COLLECTIONS[name].items():
            for verb in verbs:
                permission = _permission(apps, model, f"{verb}_{model.partition('.')[2]}")
                GroupCollectionPermission.objects.get_or_create(
                    group=group, collection=root_collection, permission=permission
                )
        for model, verbs in _MODELS[name].items():
            for verb in verbs:
                group.permissions.add(_permission(apps, model, f"{verb}_{model.partition('.')[2]}"))


def create_review(apps):
    """Makes consent of two members the review of every page, in place of Wagtail's approval by moderators."""
    ContentType = apps.get_model("contenttypes.ContentType")
    Group = apps.get_model("auth.Group")
    Page = apps.get_model("wagtailcore.Page")
    Task = apps.get_model("wagtailcore.Task")
    Workflow = apps.get_model("wagtailcore.Workflow")
    WorkflowPage = apps.get_model("wagtailcore.WorkflowPage")
    WorkflowTask = apps.get_model("wagtailcore.WorkflowTask")
    ConsentTask = apps.get_model("members.ConsentTask")

    Workflow.objects.all().delete()
    Task.objects.all().delete()
    content_type, _created = ContentType.objects.get_or_create(app_label="members", model="consenttask")
    task = ConsentTask.objects.create(name="Accord du collectif", active=True, content_type=content_type)
    task.groups.set(Group.objects.filter(name__in=REVIEWERS))
    workflow = Workflow.objects.create(name="Relecture collective", active=True)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=Page.objects.get(depth=1))


def _permission(apps, model, codename):
    """The permission row, made now if Django's own handler has not made it yet."""
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    app_label, _dot, model_name = model.partition(".")
    content_type, _created = ContentType.objects.get_or_create(app_label=app_label, model=model_name)
    permission, _created = Permission.objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": f"Can {codename.replace('_', ' ')}"}
    )
    return permission
