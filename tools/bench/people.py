"""People, in every spelling that French has for them: one gender, the other, both, and all the signs in between."""

from typing import NamedTuple


class Person(NamedTuple):
    """Who, in the plural of each gender; `base` and `ending` make the spellings that have both in one word."""

    masculine: str
    feminine: str
    base: str
    ending: str


#: What subjects and sentences call them → Person.
PEOPLE = {
    "agent": Person("agents", "agentes", "agent", "e"),
    "aidant": Person("aidants", "aidantes", "aidant", "e"),
    "animateur": Person("animateurs", "animatrices", "animateur", "rice"),
    "avocat": Person("avocats", "avocates", "avocat", "e"),
    "chômeur": Person("chômeurs", "chômeuses", "chômeur", "euse"),
    "citoyen": Person("citoyens", "citoyennes", "citoyen", "ne"),
    "conseiller": Person("conseillers", "conseillères", "conseiller", "ère"),
    "cuisinier": Person("cuisiniers", "cuisinières", "cuisinier", "ère"),
    "détenu": Person("détenus", "détenues", "détenu", "e"),
    "éducateur": Person("éducateurs", "éducatrices", "éducateur", "rice"),
    "enseignant": Person("enseignants", "enseignantes", "enseignant", "e"),
    "étranger": Person("étrangers", "étrangères", "étranger", "ère"),
    "étudiant": Person("étudiants", "étudiantes", "étudiant", "e"),
    "formateur": Person("formateurs", "formatrices", "formateur", "rice"),
    "habitant": Person("habitants", "habitantes", "habitant", "e"),
    "infirmier": Person("infirmiers", "infirmières", "infirmier", "ère"),
    "médiateur": Person("médiateurs", "médiatrices", "médiateur", "rice"),
    "militant": Person("militants", "militantes", "militant", "e"),
    "ouvrier": Person("ouvriers", "ouvrières", "ouvrier", "ère"),
    "professionnel": Person("professionnels", "professionnelles", "professionnel", "le"),
    "réfugié": Person("réfugiés", "réfugiées", "réfugié", "e"),
    "retraité": Person("retraités", "retraitées", "retraité", "e"),
    "salarié": Person("salariés", "salariées", "salarié", "e"),
    "soignant": Person("soignants", "soignantes", "soignant", "e"),
    "stagiaire": Person("stagiaires", "stagiaires", "stagiaire", ""),
    "travailleur": Person("travailleurs", "travailleuses", "travailleur", "euse"),
    "usager": Person("usagers", "usagères", "usager", "ère"),
    "veilleur": Person("veilleurs", "veilleuses", "veilleur", "euse"),
    "voisin": Person("voisins", "voisines", "voisin", "e"),
}

#: « éducateur·rices », « salarié.e.s », « infirmier-ère-s », « citoyen(ne)s », « usager/ères », « étudiantEs ».
_BOTH = ["{0}·{1}s", "{0}·{1}·s", "{0}.{1}.s", "{0}-{1}-s", "{0}({1})s", "{0}/{1}s", "{0}.{1}s"]


def spellings(name):
    """The spellings (list of str) of the people that PEOPLE calls `name`, in the plural, the usual ones twice."""
    person = PEOPLE[name]
    if not person.ending:
        return [person.masculine]
    both = [pattern.format(person.base, person.ending) for pattern in _BOTH]
    capitals = f"{person.base}{person.ending.upper()}s"
    doubled = f"{person.masculine} et {person.feminine}"
    return [person.masculine, person.feminine, doubled, *both, capitals, person.masculine, both[0], both[1]]
