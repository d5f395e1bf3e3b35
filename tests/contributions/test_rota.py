"""The rota: who is on duty, week by week, whoever saves it, whenever the year begins."""

from datetime import date

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.users.models import UserProfile

from contributions.desk.rota import on_duty, weeks_from, write_rota
from contributions.models import Duty
from members.groups import ADMINISTRATION, MODERATION, REDACTION
from tests.contributions.conftest import make_contribution
from tests.factories import make_member

pytestmark = pytest.mark.django_db

DESK = "/admin/contributions/contribution/"
ROTA = "/admin/contributions/permanences/"
MONDAY = "2026-11-16"


@pytest.fixture(autouse=True)
def _a_wednesday():
    with time_machine.travel("2026-11-18 12:00", tick=False):
        yield


def save(desk, first=MONDAY, **weeks):
    """Saves the screen; `weeks` are those where somebody is ticked (semaine_2026_11_16=[key])."""
    chosen = {name.replace("_", "-"): keys for name, keys in weeks.items()}
    return desk.post(ROTA, {"premiere": first} | chosen, follow=True)


def rota():
    return [(duty.week.isoformat(), duty.member.username) for duty in Duty.objects.select_related("member")]


@pytest.mark.parametrize(("group", "status"), [(REDACTION, 302), (MODERATION, 200), (ADMINISTRATION, 200), (None, 302)])
def test_only_moderators_see_and_write_it(client, group, status):
    member = make_member("quelqu-un", group)
    client.force_login(member)
    assert client.get(ROTA).status_code == status
    client.post(ROTA, {"premiere": MONDAY, f"semaine-{MONDAY}": [member.pk]})
    assert Duty.objects.exists() == (status == 200)


def test_who_may_only_read_the_desk_sees_it_and_writes_nothing(client, sacha):
    reader = make_member("lectrice", None)
    for name in ("wagtailadmin.access_admin", "contributions.view_contribution"):
        reader.user_permissions.add(permission(name))
    client.force_login(reader)
    html = client.get(ROTA).content.decode()
    assert "<fieldset disabled>" in html and "Enregistrer</button>" not in html
    client.post(ROTA, {"premiere": MONDAY, f"semaine-{MONDAY}": [sacha.pk]})
    assert not Duty.objects.exists()


def permission(name):
    app, _dot, codename = name.partition(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def test_twelve_weeks_are_shown_from_this_one_on(desk):
    html = desk.get(ROTA).content.decode().replace("\xa0", " ")
    assert html.count("<legend>") == 12 and html.count("cette semaine</span>") == 1
    assert "du 16 au 22 novembre 2026" in html and "du 28 décembre 2026 au 3 janvier 2027" in html
    assert "du 1er au 7 février 2027" in html


def test_what_is_ticked_is_kept_and_unticked(desk, sacha):
    alix = make_member("alix", MODERATION)
    save(desk, semaine_2026_11_16=[sacha.pk, alix.pk], semaine_2027_02_01=[alix.pk])
    assert rota() == [("2026-11-16", "sacha"), ("2026-11-16", "alix"), ("2027-02-01", "alix")]
    assert desk.get(ROTA).content.decode().count("checked") == 3
    said = save(desk, semaine_2026_11_16=[alix.pk]).content.decode()
    assert "enregistrées" in said and rota() == [("2026-11-16", "alix")]


def test_saved_twice_it_is_the_same(desk, sacha):
    for _time in range(2):
        save(desk, semaine_2026_11_16=[sacha.pk, sacha.pk])
    assert rota() == [("2026-11-16", "sacha")]


def test_other_weeks_stay_as_they_are(desk, sacha):
    Duty.objects.create(week=date(2026, 11, 9), member=sacha)
    Duty.objects.create(week=date(2027, 2, 8), member=sacha)
    save(desk)
    assert [week for week, _name in rota()] == ["2026-11-09", "2027-02-08"]


def test_of_two_who_save_the_last_one_wins(desk, sacha):
    alix = make_member("alix", MODERATION)
    weeks = weeks_from(date(2026, 11, 16))
    nobody = {week: [] for week in weeks}
    write_rota(nobody | {weeks[0]: [sacha.pk, alix.pk]})
    write_rota(nobody | {weeks[0]: [alix.pk], weeks[1]: [sacha.pk]})
    assert rota() == [("2026-11-16", "alix"), ("2026-11-23", "sacha")]


def test_whoever_moderates_no_more_is_shown_where_they_still_are_and_can_be_unticked(desk, sacha):
    former = make_member("ancienne", REDACTION)
    Duty.objects.create(week=date(2026, 11, 23), member=former)
    assert desk.get(ROTA).content.decode().count("ancienne") == 1
    save(desk, semaine_2026_11_23=[former.pk, sacha.pk])
    assert rota() == [("2026-11-23", "ancienne"), ("2026-11-23", "sacha")]
    save(desk, semaine_2026_11_23=[sacha.pk])
    assert rota() == [("2026-11-23", "sacha")]


@pytest.mark.parametrize("keys", [["0"], ["abc"], ["\x00"], ["99999999999999999999"], ["writer"]])
def test_somebody_who_cannot_be_chosen_is_left_out(desk, sacha, keys):
    writer = make_member("camille", REDACTION)
    answer = save(desk, semaine_2026_11_16=[sacha.pk, *(str(writer.pk) if key == "writer" else key for key in keys)])
    assert answer.status_code == 200 and rota() == [("2026-11-16", "sacha")]


def test_somebody_deleted_meanwhile_is_left_out(sacha):
    write_rota({date(2026, 11, 16): [sacha.pk, sacha.pk + 1000]})
    assert rota() == [("2026-11-16", "sacha")]


@pytest.mark.parametrize("first", ["", "hier", "2026-13-45", "2026-11-17", "2026-08-03", "2026-11-23", "\x00"])
def test_a_screen_of_another_time_writes_nothing(desk, sacha, first):
    answer = save(desk, first=first, semaine_2026_11_16=[sacha.pk])
    assert "ouvert depuis longtemps" in answer.content.decode() and not Duty.objects.exists()


def test_opened_on_sunday_and_saved_on_monday_it_keeps_its_own_weeks(desk, sacha):
    Duty.objects.create(week=date(2027, 2, 8), member=sacha)
    with time_machine.travel("2026-11-23 09:00", tick=False):
        desk.force_login(sacha)
        save(desk, semaine_2026_11_23=[sacha.pk])
    assert [week for week, _name in rota()] == ["2026-11-23", "2027-02-08"]


@pytest.mark.parametrize(
    ("moment", "week"),
    [
        ("2026-11-22 22:59+00:00", date(2026, 11, 16)),  # 23:59 in Paris, on a Sunday
        ("2026-11-22 23:01+00:00", date(2026, 11, 23)),
        ("2027-01-03 12:00+00:00", date(2026, 12, 28)),  # a Sunday of the week that began last year
        ("2027-03-28 21:59+00:00", date(2027, 3, 22)),  # 23:59, the day that has 23 hours
        ("2027-03-28 22:01+00:00", date(2027, 3, 29)),
        ("2026-10-25 22:59+00:00", date(2026, 10, 19)),  # 23:59, the day that has 25
        ("2026-10-25 23:01+00:00", date(2026, 10, 26)),
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Paris", "America/Montreal"])
def test_a_week_is_that_of_the_site_whatever_the_hour_of_a_member(desk, sacha, moment, week, zone):
    Duty.objects.create(week=week, member=make_member("alix", MODERATION, display_name="Alix"))
    profile = UserProfile.get_for_user(sacha)
    profile.current_time_zone = zone
    profile.save()
    with time_machine.travel(moment, tick=False):
        desk.force_login(sacha)
        assert f'value="{week.isoformat()}"' in desk.get(ROTA).content.decode()
        assert "<strong>Alix</strong>" in desk.get(DESK).content.decode()


def test_the_list_says_who_is_on_duty_and_what_waits(desk, sacha):
    html = desk.get(DESK).content.decode()
    assert "Personne n’est de permanence" in html and "Rien n’attend" in html and "Ouvrir le plus ancien" not in html
    for rank, day in enumerate(("2026-11-06", "2026-11-10", "2026-11-17", "2026-11-01")):
        with time_machine.travel(f"{day} 12:00", tick=False):
            make_contribution(is_doubtful=rank == 3)
    Duty.objects.create(week=date(2026, 11, 16), member=sacha)
    html = desk.get(DESK).content.decode().replace("\xa0", " ")
    assert "<strong>3 envois</strong> attendent, le plus ancien depuis 1 semaine" in html
    assert "1 est à vérifier" in html and "<strong>sacha</strong>" in html
    assert f'href="{ROTA}"' in html and 'href="/admin/contributions/chiffres/"' in html


def test_the_oldest_that_is_not_somebody_else_s_is_one_key_away(desk, sacha):
    alix = make_member("alix", MODERATION)
    made = []
    for number, fields in enumerate(({"is_doubtful": True}, {"taken_by": alix}, {"taken_by": sacha}, {}), start=1):
        with time_machine.travel(f"2026-11-{number:02} 12:00", tick=False):
            made.append(make_contribution(**fields))
    mine = made[2]
    assert f'href="{DESK}inspect/{mine.pk}/" accesskey="n"' in desk.get(DESK).content.decode()


def test_it_costs_as_much_with_many_people(desk, sacha):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            desk.get(ROTA)
        return len(captured)

    desk.get(ROTA)
    alone = queries()
    for number in range(5):
        member = make_member(f"membre-{number}", MODERATION)
        Duty.objects.create(week=date(2026, 11, 16), member=member)
    assert queries() == alone


def test_those_on_duty_are_said_by_name(sacha):
    for name in ("Zoé", "Alix"):
        member = make_member(name.lower(), MODERATION, display_name=name)
        Duty.objects.create(week=date(2026, 11, 16), member=member)
    assert [member.get_full_name() for member in on_duty(date(2026, 11, 22))] == ["Alix", "Zoé"]
