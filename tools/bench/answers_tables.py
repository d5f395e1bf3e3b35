"""What is said of the answers: how relevant those of each engine are, and whether both databases give the same."""

from tools.audit.report import Table, counted
from tools.bench.judged import judged_queries
from tools.bench.measures import DEPTH, first_is_best, mean, ndcg
from tools.bench.subjects import SORTS

#: Below, a query is named as badly ranked.
BADLY_RANKED = 0.5


def decimal(number, digits=3):
    """« 0,854 » (str)."""
    return f"{number:.{digits}f}".replace(".", ",")


def percent(share):
    """« 89 % » (str)."""
    return f"{share * 100:.0f}\xa0%"


def relevance_tables(figures, contents):
    """Two tables, in all and by sort: `figures` (dict: Engine → what « relevance » gives) over `contents` (int)."""
    judged = judged_queries()
    scores = {engine: _scores(said["found"], judged) for engine, said in figures.items()}
    return [_in_all(figures, judged, scores, contents), _by_sort(judged, scores)]


def _scores(found, judged):
    return {query.text: ndcg(found[query.text], query.grades) for query in judged}


def _in_all(figures, judged, scores, contents):
    table = Table(
        "Pertinence",
        f"{counted(len(judged), 'question')} jugées, {contents} contenus. nDCG@{DEPTH} va de 0 à 1 ; « premier » dit "
        "quelle part des questions a pour premier résultat l’un des meilleurs. Attendu\xa0: devant le moteur de "
        "Wagtail et devant la configuration « french » de PostgreSQL.",
        ["moteur", f"nDCG@{DEPTH}", "premier", "sans réponse", "erreurs"],
    )
    means = {engine: mean(of_engine.values()) for engine, of_engine in scores.items()}
    for engine, said in figures.items():
        found = said["found"]
        first = mean(first_is_best(found[query.text], query.grades) for query in judged)
        nothing = sum(not found[query.text] for query in judged)
        table.rows.append([engine, decimal(means[engine]), percent(first), nothing, len(said["errors"])])
    ours = {engine: figure for engine, figure in means.items() if engine.is_ours}
    for engine, figure in means.items():
        for own, own_figure in ours.items():
            if not engine.is_ours and figure >= own_figure:
                table.faults.append(f"{engine} n’est pas derrière {own}")
    return table


def _by_sort(judged, scores):
    table = Table(
        "Pertinence par sorte de question",
        f"nDCG@{DEPTH}. Ce qui distingue la question de ce qui est écrit.",
        ["sorte", "questions", *map(str, scores)],
    )
    for sort in SORTS:
        texts = [query.text for query in judged if query.sort == sort]
        means = {engine: mean(of_engine[text] for text in texts) for engine, of_engine in scores.items()}
        table.rows.append([sort, len(texts), *(decimal(figure, 2) for figure in means.values())])
        worst = min(figure for engine, figure in means.items() if engine.is_ours)
        ahead = [str(engine) for engine, figure in means.items() if not engine.is_ours and figure >= worst]
        table.faults += [f"« {sort} » : pas derrière nous\xa0: {', '.join(ahead)}"] if ahead else []
    table.remarks = [*_badly_ranked(judged, scores), *_better_elsewhere(judged, scores)]
    return table


def _badly_ranked(judged, scores):
    """The queries that we answer badly (iterator of str)."""
    for query in judged:
        own = {engine: of_engine[query.text] for engine, of_engine in scores.items() if engine.is_ours}
        if min(own.values()) < BADLY_RANKED:
            said = ", ".join(f"{decimal(figure, 2)} sur {engine.database}" for engine, figure in own.items())
            yield f"mal classée\xa0: {query.text} ({query.sort}), {said}"


def _better_elsewhere(judged, scores):
    """The queries that another engine answers better than ours on some database (iterator of str)."""
    for query in judged:
        own = min(of_engine[query.text] for engine, of_engine in scores.items() if engine.is_ours)
        others = {engine: found[query.text] for engine, found in scores.items() if not engine.is_ours}
        better = [f"{engine} ({decimal(figure, 2)})" for engine, figure in others.items() if figure > own + 0.005]
        if better:
            yield f"mieux classée ailleurs\xa0: {query.text}, {decimal(own, 2)} chez nous, {', '.join(better)}"


def parity_table(figures, contents):
    """The table of what both databases answered, from `figures` (dict: database → what « parity » gives)."""
    one, other = figures
    texts = list(figures[one])
    differing = [text for text in texts if figures[one][text] != figures[other][text]]
    table = Table(
        "Parité",
        f"Sur {contents} contenus, {one} et {other} trouvent les mêmes contenus, et comprennent la même chose.",
        ["questions", "mêmes contenus", "et comprises de même", "qui trouvent quelque chose"],
    )
    same = sum(figures[one][text]["found"] == figures[other][text]["found"] for text in texts)
    finding = sum(bool(figures[one][text]["found"]) for text in texts)
    table.rows = [[len(texts), same, len(texts) - len(differing), finding]]
    table.faults = [_difference(text, figures[one][text], figures[other][text], one, other) for text in differing]
    return table


def _difference(text, one, other, name, other_name):
    only = sorted(set(one["found"]) - set(other["found"]))
    only_other = sorted(set(other["found"]) - set(one["found"]))
    understood = "" if one["read"] == other["read"] else f", lue « {one['read']} » et « {other['read']} »"
    pieces = [f"{len(only)} sur {name} seul ({', '.join(only[:3])})"] if only else []
    pieces += [f"{len(only_other)} sur {other_name} seul ({', '.join(only_other[:3])})"] if only_other else []
    return f"{text}\xa0: {' ; '.join(pieces) or 'mêmes contenus'}{understood}"
