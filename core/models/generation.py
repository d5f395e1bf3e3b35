"""Tokens that change with what they stand for: by them every process knows whether what it keeps still holds."""

from uuid import uuid4

from django.db import models


class Token(models.Model):
    """One row, whose `token` is another one each time that `change` is called."""

    token = models.UUIDField(default=uuid4)

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def __str__(self):
        return str(self.token)

    @classmethod
    def current(cls):
        """The token (UUID), or None before the first change. One query."""
        return cls.objects.filter(pk=1).values_list("token", flat=True).first()

    @classmethod
    def change(cls):
        """One query, two the first time."""
        if not cls.objects.filter(pk=1).update(token=uuid4()):
            cls.objects.bulk_create([cls(pk=1)], ignore_conflicts=True)


class Generation(Token):
    """Another token each time that something readers may see is written (core.page_cache.changes)."""

    class Meta:
        verbose_name = "génération du site"
        verbose_name_plural = "générations du site"
