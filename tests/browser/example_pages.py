"""The pages of the example that browser tests and `make audit` look at: one at least of each kind and state."""

#: What it shows → its address.
PAGES = {
    "accueil": "/",
    "initiatives": "/initiatives/",
    "réflexions": "/reflexions/",
    "appels": "/appels/",
    "agenda": "/agenda/",
    "ressources": "/ressources/",
    "archives de l’agenda": "/agenda/archives/",
    "liste filtrée": "/reflexions/?theme=folie-et-psychiatrie",
    "liste vide": "/ressources/?theme=logement-et-rue&annee=1212",
    "formulaire avec erreurs": "/initiatives/?annee=abc&lieu=nulle-part",
    "thème": "/themes/folie-et-psychiatrie/",
    "recherche": "/recherche/",
    "recherche, résultats": "/recherche/?q=soin",
    "recherche, facettes": "/recherche/?q=soin&theme=travail-social&lieu=fr&annee=abc",
    "recherche, corrigée": "/recherche/?q=parxis+sociales",
    "recherche, rien": "/recherche/?q=xylophone",
    "initiative": "/initiatives/la-borde/",
    "initiative terminée, galerie": "/initiatives/faire-lien-et-prendre-soin/",
    "article long": "/reflexions/ce-que-compter-veut-dire/",
    "article, galerie": "/reflexions/le-cheval-bleu/",
    "article, son": "/reflexions/la-nuit-les-portes/",
    "article sans image": "/reflexions/lire-un-budget-sans-s-endormir/",
    "appel": "/appels/coordination-nationale-2018/",
    "appel, document": "/appels/aller-voir/",
    "rendez-vous": "/agenda/rencontres-d-hiver/",
    "rendez-vous, lien": "/agenda/assemblee-grenoble/",
    "rendez-vous annulé": "/agenda/formation-lire-un-budget/",
    "rendez-vous reporté": "/agenda/projection-titicut-follies/",
    "ressource": "/ressources/la-moindre-des-choses/",
    "ressource sans image": "/ressources/psycom/",
    "page simple": "/a-propos/",
    "page simple, vidéo d’ailleurs": "/credits/",
    "mentions légales": "/mentions-legales/",
    "accessibilité": "/accessibilite/",
    "vie privée": "/vie-privee/",
    "contribuer": "/contribuer/",
    "404": "/nulle-part/",
}

#: The lists that have a filter.
LISTS = ("initiatives", "réflexions", "appels", "agenda", "ressources", "thème", "recherche, résultats")

#: A home, a list, a content and the search: what the figures of a first visit and of Lighthouse are about.
MEASURED = ("accueil", "réflexions", "article long", "recherche, résultats")

#: Shown to developers only, where it exists: every component in every state.
STYLE = "/style/"


def named(names):
    """Addresses of PAGES by what they show (dict str → str); KeyError for a name that is not there."""
    return {name: PAGES[name] for name in names}
