"""What the search keeps beside Wagtail's index: texts as they are written, the words of the site, what is not found."""

from uuid import uuid4

from django.db import connections, models, router, transaction
from django.utils.translation import gettext_lazy as _

from core.models import ContentPage, Token

#: Changes of the catalogue that are remembered, and contents that one of them may name.
MOST_CHANGES, MOST_KEYS = 50, 100


class ContentText(models.Model):
    """The text of one content as it is written, for excerpts, and what else is known of it when it is indexed."""

    content = models.OneToOneField(ContentPage, primary_key=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    #: The plain words of the signature, each between two spaces.
    authors = models.TextField(blank=True)
    #: Those of its words that the site counts (Word), while it is published.
    words = models.TextField(blank=True)
    #: Keys of the documents that the page offers.
    documents = models.JSONField(default=list)

    class Meta:
        verbose_name = _("texte d’un contenu")
        verbose_name_plural = _("textes des contenus")

    def __str__(self):
        return str(self.content)


class WordQuerySet(models.QuerySet):
    def count_more(self, words):
        """Adds `words` (list of Word, each once, not saved) or, to those that are known, their `times`.

        A spelling with accents takes the place of one without.
        """
        fields = self.model._meta.concrete_fields
        rows = [[getattr(word, field.attname) for field in fields] for word in words]
        columns = ", ".join(field.column for field in fields)
        row = f"({', '.join(['%s'] * len(fields))})"
        with connections[router.db_for_write(self.model)].cursor() as cursor:
            for batch in _batches(rows):
                cursor.execute(
                    f"INSERT INTO {self.model._meta.db_table} ({columns}) VALUES {', '.join([row] * len(batch))} "  # noqa: S608
                    "ON CONFLICT (plain) DO UPDATE SET times = search_word.times + excluded.times, written = CASE"
                    " WHEN excluded.written = excluded.plain THEN search_word.written ELSE excluded.written END",
                    [value for values in batch for value in values],
                )

    def count_fewer(self, times):
        """Takes from the words, by their `plain`, so many times (dict: int → list of str); 0 is forgotten."""
        for number, plains in times.items():
            for batch in _batches(plains):
                known = self.filter(plain__in=batch)
                known.filter(times__lte=number).delete()
                known.update(times=models.F("times") - number)


def _batches(values):
    """`values` (list) by a thousand, which any database takes in one statement."""
    return (values[start : start + 1000] for start in range(0, len(values), 1000))


class Word(models.Model):
    """A word of the published contents: what is typed is compared with `plain`, and corrected to `written`."""

    #: Without accents, in lower case, without its second gender.
    plain = models.CharField(max_length=64, primary_key=True)
    beginning = models.CharField(max_length=2)
    ending = models.CharField(max_length=3)
    #: Its first letter and its last.
    edges = models.CharField(max_length=2)
    stem = models.CharField(max_length=64)
    written = models.CharField(max_length=64)
    #: How many published contents hold it.
    times = models.PositiveIntegerField(default=0)

    objects = WordQuerySet.as_manager()

    class Meta:
        verbose_name = _("mot du site")
        verbose_name_plural = _("mots du site")
        # Not db_index, of which PostgreSQL makes two each time, one of them for LIKE.
        indexes = [
            models.Index(fields=[name], name=f"word_{name}") for name in ("beginning", "ending", "edges", "stem")
        ]

    def __str__(self):
        return self.written


class CatalogueVersion(Token):
    """Another token each time that published contents change: every process knows by it what it may keep in memory."""

    #: The last changes, oldest first: the token that each gave, and the keys of what it changed; null for anything.
    changes = models.JSONField(default=list)

    class Meta:
        verbose_name = _("version du catalogue")
        verbose_name_plural = _("versions du catalogue")

    @classmethod
    def change(cls, keys=None):
        """Tells that the contents of these `keys` (collection of int) changed, or any of them. Three queries."""
        known = sorted(keys) if keys is not None and len(keys) <= MOST_KEYS else None
        with transaction.atomic(using=router.db_for_write(cls)):
            cls.objects.bulk_create([cls(pk=1)], ignore_conflicts=True)
            row = cls.objects.select_for_update().get(pk=1)
            row.token = uuid4()
            row.changes = [*row.changes, [str(row.token), known]][-MOST_CHANGES:]
            row.save()

    @classmethod
    def since(cls, token):
        """The token now (UUID) and the keys (set of int) of what changed since `token`; None where it may be anything.

        One query.
        """
        row = cls.objects.filter(pk=1).first()
        if row is None:
            return None, None
        tokens = [known for known, _keys in row.changes]
        if str(token) not in tokens:
            return row.token, None
        later = [keys for _token, keys in row.changes[tokens.index(str(token)) + 1 :]]
        return row.token, None if None in later else set().union(*later)


class MissedSearch(models.Model):
    """Words that found nothing on one day: the words alone, neither who asked nor when."""

    #: What the words are to the search: spellings that find the same things are counted together.
    stems = models.CharField(max_length=160)
    words = models.CharField(_("mots"), max_length=80)
    day = models.DateField(_("jour"))
    times = models.PositiveIntegerField(_("fois"), default=1)

    class Meta:
        verbose_name = _("recherche sans résultat")
        verbose_name_plural = _("recherches sans résultat")
        constraints = [models.UniqueConstraint(fields=["stems", "day"], name="one_missed_search_a_day")]

    def __str__(self):
        return self.words
