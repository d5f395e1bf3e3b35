"""Collective review, as the people of the collective live it."""

from contextlib import contextmanager
from datetime import timedelta
from smtplib import SMTPAuthenticationError
from socket import gaierror

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.models import PageLogEntry

from members.groups import MODERATION, REDACTION
from members.models import ConsentState, ConsentTask
from tests.factories import make_article, make_image, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana():
    return make_member("ana")


@pytest.fixture
def brahim():
    return make_member("brahim", display_name="Brahim")


@pytest.fixture
def chloe():
    return make_member("chloe", display_name="Chloé")


@pytest.fixture
def modo():
    return make_member("modo", MODERATION)


@pytest.fixture
def article(ana):
    """A draft of Ana's, sent to review."""
    page = make_article("Faire lien", publish=False, owner=ana)
    page.get_workflow().start(page, ana)
    return page


@pytest.fixture
def mailed(django_capture_on_commit_callbacks):
    """A block at whose end the mails have left, and no other mail is in the box."""

    @contextmanager
    def block():
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            yield

    return block


def state_of(page):
    """The review of `page`, as a new request reads it."""
    return page.__class__.objects.get(pk=page.pk).current_workflow_task_state


def agree(page, member):
    act(page, member, f"agree-{state_of(page).text_digest}")


def decide(page, member):
    act(page, member, f"decide-{state_of(page).text_digest}")


def act(page, member, action, **data):
    page = page.__class__.objects.get(pk=page.pk)
    page.current_workflow_task.on_action(page.current_workflow_task_state, member, action, **data)


def rewrite(page, member, **fields):
    page = page.__class__.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(page, name, value)
    return page.save_revision(user=member)


def actions(page, member):
    page = page.__class__.objects.get(pk=page.pk)
    return {name.partition("-")[0] for name, _label, _modal in page.current_workflow_task.get_actions(page, member)}


def is_live(page):
    return page.__class__.objects.get(pk=page.pk).live


def test_two_agreements_publish(article, brahim, chloe):
    agree(article, brahim)
    assert not is_live(article)
    agree(article, chloe)
    assert is_live(article)


def test_the_number_of_agreements_is_a_setting_of_the_task(article, brahim):
    ConsentTask.objects.update(agreements_needed=1)
    agree(article, brahim)
    assert is_live(article)


def test_the_author_does_not_agree_with_herself(article, ana):
    assert "agree" not in actions(article, ana)
    with pytest.raises(PermissionDenied):
        agree(article, ana)


def test_somebody_outside_the_groups_does_not_agree(article):
    stranger = make_member("passante", group=None)
    assert actions(article, stranger) == set()
    with pytest.raises(PermissionDenied):
        agree(article, stranger)


def test_the_same_member_counts_once(article, brahim):
    agree(article, brahim)
    assert "agree" not in actions(article, brahim)
    with pytest.raises(PermissionDenied):
        agree(article, brahim)
    assert not is_live(article)


def test_a_changed_draft_starts_the_count_again(article, ana, brahim, chloe):
    agree(article, brahim)
    rewrite(article, ana, summary="Tout autre chose.")
    assert state_of(article).progress().agreed == []
    agree(article, chloe)
    assert not is_live(article)
    agree(article, brahim)
    assert is_live(article)


def test_an_autosave_that_overwrites_the_revision_starts_the_count_again(article, ana, brahim):
    """Wagtail's autosave rewrites a revision in place: its key says nothing of its text."""
    agree(article, brahim)
    revision = article.get_latest_revision()
    page = revision.as_object()
    page.summary = "Tout autre chose."
    page.save_revision(user=ana, overwrite_revision=revision)
    assert article.__class__.objects.get(pk=article.pk).latest_revision_id == revision.pk
    assert state_of(article).progress().agreed == []


def test_saving_without_changing_anything_keeps_the_agreements(article, ana, brahim):
    agree(article, brahim)
    rewrite(article, ana)
    assert state_of(article).progress().agreed == ["Brahim"]


def test_whoever_rewrites_the_draft_becomes_one_of_its_authors(article, brahim, chloe):
    rewrite(article, brahim, summary="Tout autre chose.")
    rewrite(article, chloe)  # saved, and nothing changed
    assert "agree" not in actions(article, brahim)
    assert "agree" in actions(article, chloe)


def test_agreeing_to_a_text_that_has_changed_since_is_refused(article, ana, brahim):
    read = state_of(article).text_digest
    rewrite(article, ana, summary="Tout autre chose.")
    with pytest.raises(PermissionDenied):
        act(article, brahim, f"agree-{read}")


def test_one_objection_sends_the_page_back_with_its_reason(article, ana, brahim, chloe, mailed):
    agree(article, brahim)
    with mailed():
        act(article, chloe, "object", comment="Le troisième paragraphe désigne quelqu’un.")
    workflow_state = article.workflow_states.get()
    assert workflow_state.status == workflow_state.STATUS_NEEDS_CHANGES
    assert not is_live(article)
    [message] = [message for message in mail.outbox if ana.email in message.to]
    assert "Le troisième paragraphe désigne quelqu’un." in message.body
    reasons = [entry.data.get("comment") for entry in PageLogEntry.objects.filter(page=article.pk)]
    assert "Le troisième paragraphe désigne quelqu’un." in reasons


def test_the_reason_reaches_the_author_even_if_somebody_else_had_sent_the_page(ana, brahim, chloe, mailed):
    page = make_article("Faire lien", publish=False, owner=ana)
    page.get_workflow().start(page, brahim)
    with mailed():
        act(page, chloe, "object", comment="Pas encore.")
    assert {address for message in mail.outbox for address in message.to} == {ana.email, brahim.email}


@pytest.mark.parametrize("gesture", ["object", "ask"])
def test_an_objection_and_a_question_need_their_reason(article, chloe, gesture):
    act(article, chloe, gesture, comment="  ")
    assert state_of(article).status == ConsentState.STATUS_IN_PROGRESS
    assert state_of(article).decision_requested_at is None


def test_an_incomplete_draft_is_agreed_to_by_nobody(article, ana, brahim):
    rewrite(article, ana, signature="")
    agree(article, brahim)
    assert state_of(article).progress().agreed == []
    assert "signature" in " ".join(state_of(article).missing_before_publication()).lower()


def test_a_picture_that_says_nothing_to_the_blind_is_agreed_to_by_nobody(article, ana, brahim):
    rewrite(article, ana, body=[("picture", {"image": make_image(), "alternative": "", "is_decorative": False})])
    agree(article, brahim)
    assert state_of(article).progress().agreed == []
    rewrite(article, ana, body=[("picture", {"image": make_image(), "alternative": "", "is_decorative": True})])
    agree(article, brahim)
    assert len(state_of(article).progress().agreed) == 1


def test_a_member_who_has_left_no_longer_counts(article, brahim, chloe):
    agree(article, brahim)
    brahim.groups.clear()
    agree(article, chloe)
    assert not is_live(article)


def test_when_fewer_agreements_are_needed_the_page_is_not_stuck(article, brahim, chloe):
    agree(article, brahim)
    ConsentTask.objects.update(agreements_needed=1)
    assert "conclude" in actions(article, brahim)
    act(article, brahim, "conclude")
    assert is_live(article)


def test_the_page_is_not_concluded_before_enough_agree(article, brahim):
    agree(article, brahim)
    with pytest.raises(PermissionDenied):
        act(article, brahim, "conclude")


@pytest.mark.parametrize("failure", [ConnectionRefusedError(), gaierror(), SMTPAuthenticationError(535, b"no")])
def test_a_mail_server_that_is_down_undoes_nothing(article, ana, modo, mailed, monkeypatch, failure):
    def refuse(*arguments, **options):
        raise failure

    monkeypatch.setattr("members.notifications.send_mail", refuse)
    with mailed():
        act(article, ana, "ask", comment="S’il vous plaît.")
    assert "decide" in actions(article, modo)


def test_sent_again_after_an_objection_the_count_starts_from_nothing(article, ana, brahim, chloe):
    agree(article, brahim)
    act(article, chloe, "object", comment="Pas encore.")
    rewrite(article, ana, summary="Mieux.")
    article.workflow_states.get().resume(ana)
    assert state_of(article).progress().agreed == []
    agree(article, brahim)
    agree(article, chloe)
    assert is_live(article)


def test_reviewers_are_told_by_mail_and_authors_are_not(ana, brahim, chloe, mailed):
    page = make_article("Faire lien", publish=False, owner=ana)
    with mailed():
        page.get_workflow().start(page, ana)
    assert sorted(address for message in mail.outbox for address in message.to) == [brahim.email, chloe.email]


def test_a_moderator_can_be_asked_to_decide(article, ana, modo, mailed):
    assert "decide" not in actions(article, modo)
    with mailed():
        act(article, ana, "ask", comment="Personne ne répond depuis trois semaines.")
    [message] = mail.outbox
    assert message.to == [modo.email]
    assert "Personne ne répond depuis trois semaines." in message.body
    assert "decide" in actions(article, modo)
    decide(article, modo)
    assert is_live(article)


def test_nobody_else_decides(article, ana, brahim):
    act(article, ana, "ask", comment="S’il vous plaît.")
    assert "decide" not in actions(article, brahim)
    with pytest.raises(PermissionDenied):
        decide(article, brahim)


def test_what_waits_for_a_member(article, ana, brahim, chloe):
    task = ConsentTask.objects.get()
    waiting = task.get_task_states_user_can_moderate
    assert waiting(ana).count() == 0
    assert waiting(brahim).count() == 1
    agree(article, brahim)
    assert waiting(brahim).count() == 0
    assert waiting(chloe).count() == 1


def test_progress_is_said_in_french(article, ana, brahim, chloe):
    agree(article, brahim)
    assert str(state_of(article).progress()) == (
        "Relecture collective\xa0: 1 accord sur 2 (Brahim). Il manque 1 accord."
    )


def test_a_page_already_published_keeps_its_public_text_during_review(ana, brahim, chloe):
    page = make_article("Faire lien", owner=ana, summary="Le premier résumé.")
    rewrite(page, ana, summary="Le second résumé.")
    page = page.__class__.objects.get(pk=page.pk)
    page.get_workflow().start(page, ana)
    agree(page, brahim)
    assert page.__class__.objects.get(pk=page.pk).summary == "Le premier résumé."
    agree(page, chloe)
    assert page.__class__.objects.get(pk=page.pk).summary == "Le second résumé."


def test_the_default_review_is_consent_of_the_three_groups():
    page = make_article(publish=False)
    [task] = page.get_workflow().tasks
    assert isinstance(task.specific, ConsentTask)
    assert {group.name for group in task.specific.groups.all()} == {REDACTION, MODERATION, "Administration"}
    assert ConsentState is task.specific.get_task_state_class()


# --- Ways around consent ----------------------------------------------------------------------


def test_switching_the_review_off_publishes_nothing(article, brahim):
    agree(article, brahim)
    ConsentTask.objects.get().deactivate()
    assert not is_live(article)


def test_a_review_without_a_task_publishes_nothing(ana):
    ConsentTask.objects.get().deactivate()
    page = make_article("Faire lien", publish=False, owner=ana)
    with pytest.raises(PermissionDenied):
        page.get_workflow().start(page, ana)
    assert not is_live(page)


def test_a_moderator_decides_of_the_text_that_was_read(article, ana, modo):
    act(article, ana, "ask", comment="Personne ne répond.")
    read = state_of(article).text_digest
    rewrite(article, ana, summary="Tout autre chose.")
    with pytest.raises(PermissionDenied):
        act(article, modo, f"decide-{read}")
    assert not is_live(article)


def test_whoever_wrote_before_the_review_is_an_author_too(ana, brahim, chloe):
    page = make_article("Faire lien", publish=False, owner=ana)
    rewrite(page, brahim, summary="Écrit par Brahim.")
    rewrite(page, ana, signature="ana et brahim")
    page = page.__class__.objects.get(pk=page.pk)
    page.get_workflow().start(page, ana)
    assert "agree" not in actions(page, brahim)
    assert "agree" in actions(page, chloe)


def test_whoever_wrote_after_an_objection_is_an_author_too(article, ana, brahim, chloe):
    act(article, chloe, "object", comment="Pas encore.")
    rewrite(article, brahim, summary="Repris par Brahim.")
    article.workflow_states.get().resume(ana)
    assert "agree" not in actions(article, brahim)


def test_a_scheduled_draft_keeps_its_agreements_when_saved_unchanged(ana, brahim, chloe):
    page = make_article("Faire lien", publish=False, owner=ana)
    later = timezone.now() + timedelta(days=3)
    rewrite(page, ana, go_live_at=later, expire_at=later + timedelta(days=30))
    page = page.__class__.objects.get(pk=page.pk)
    page.get_workflow().start(page, ana)
    agree(page, brahim)
    rewrite(page, chloe)
    assert len(state_of(page).progress().agreed) == 1
    assert "agree" in actions(page, chloe)
