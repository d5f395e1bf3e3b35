"""Hostile strings in every public field of a site that is served, and wherever what was stored of them is shown."""

from tools.audit.hostile import attacked
from tools.audit.report import Table, counted


def measure(site, one_in=1):
    """Sends the strings (tests/hostile/strings) in every public field of a built Example (Table).

    `one_in` (int) takes one in so many, for a quick look.
    """
    with attacked(site) as attack:
        found, _memory = attack("strings", one_in)
    forms, strings = found["forms"], found["strings"]
    total, asked = sum(strings.values()), sum(form[2] for form in forms)
    table = Table(
        "Textes hostiles",
        f"{counted(total, 'texte')} dans chaque champ public, {counted(len(forms), 'formulaire')} ou adresse, "
        f"{counted(asked, 'requête')}\u00a0: jamais une erreur, rien qui agisse, aucun en-tête ajouté. "
        f"{counted(found['shown'], 'envoi')} acceptés et publiés, relus sur le bureau, dans l’éditeur, les listes, les "
        f"fichiers et les tableaux\u202f; {counted(found['letters'], 'courriel')}.",
        ["formulaire ou adresse", "champs", "requêtes", "enregistrés", "écarts"],
        [[name, ", ".join(fields), asked, stored, faults] for name, fields, asked, stored, faults in forms],
        found["faults"][:200],
    )
    table.remarks = [f"familles\u00a0: {', '.join(f'{family} ({number})' for family, number in strings.items())}"]
    table.remarks += [f"trop souvent, trop lourd\u00a0: {path}, {said}" for path, said in found["limits"]]
    return table
