"""What no rule says of French words: forms that share too little, and words that rules would take for others."""

#: The forms of one word (without accents), the first of which is its stem.
_FAMILIES = """
tout tous toute toutes toustes tou touts touste touxtes tourtes toutz
celui celle ceux celles celleux ceuses celleu ceulles ceuxes
il ils elle elles iel iels ielle ielles ille illes yel yels
eux elleux euxes
nouveau nouveaux nouvel nouvelle nouvelles nouvelleau nouvelleaux
beau beaux bel belle belles
jumeau jumeaux jumelle jumelles
vieux vieil vieille vieilles
travail travaux
bail baux
vitrail vitraux
corail coraux
oeil yeux
ciel cieux
aieul aieux aieuls aieule aieules
lieu lieux
feu feux
jeu jeux
voeu voeux
dieu dieux
noeud noeuds
bleu bleus bleue bleues
public publics publique publiques
laic laics laique laiques
grec grecs grecque grecques
turc turcs turque turques
chef chefs cheffe cheffes cheffesse
copain copains copine copines copaine copaines
maire maires mairesse mairesses
maitre maitres maitresse maitresses
hote hotes hotesse hotesses
poete poetes poetesse poetesses
traitre traitres traitresse traitresses
defendeur defendeurs defenderesse defenderesses
demandeur demandeurs demandeuse demandeuses demanderesse demanderesses
compagnon compagnons compagnonne compagnonnes compagne compagnes
paysan paysans paysanne paysannes
favori favoris favorite favorites
blanc blancs blanche blanches
franc francs franche franches
frais fraiche fraiches
doux douce douces
roux rousse rousses
faux fausse fausses
jaloux jalouse jalouses
epoux epouse epouses
fou fous fol folle folles
mou mous molle molles
sec secs seche seches
bref brefs breve breves
neuf neufs neuve neuves
veuf veufs veuve veuves
vif vifs vive vives
gros grosse grosses
gras grasse grasses
bas basse basses
las lasse lasses
epais epaisse epaisses
metis metisse metisses
gentil gentils gentille gentilles
nul nuls nulle nulles
long longs longue longues
malin malins maligne malignes
frere freres
docteur docteurs docteure docteures doctoresse doctoresses
monsieur messieurs
madame mesdames
ado ados
psy psys
sante santes
mal maux
ideal ideale ideales ideaux
pris prise prises
mis mise mises
remis remise remises
admis admise admises
assis assise assises
gris grise grises
clos close closes
divers diverse diverses
pervers perverse perverses
creux creuse creuses
pieux pieuse pieuses
portrait portraits
distrait distraite distraits distraites
abstrait abstraite abstraits abstraites
extrait extraite extraits extraites
nu nus nue nues
paie paies paye payes
muet muets muette muettes
net nets nette nettes
cadet cadets cadette cadettes
coquet coquets coquette coquettes
violet violets violette violettes
sujet sujets sujette sujettes
dons don
retraite retraites retraitee retraitees
royal royale royales royaux
loyal loyale loyales loyaux
employe employes employee employees
"""

#: Nouns and adjectives in -er: Snowball takes them for verbs, and « usager » for « usage ».
_NOUNS_IN_ER = """
usager ouvrier etranger passager messager menager berger boulanger horloger danger leger foyer loyer clocher plancher
rocher potager verger archer boucher viager mensonger oranger noyer cuisiner ouvrager maraicher porcher vacher rancher
gaucher conseiller cher fier amer fer mer ver hiver cancer joaillier
"""

#: Words in -ère that are nobody's feminine, in -euse, -ive… that are nothing's.
_ALONE = """
colere mystere critere caractere ministere atmosphere sphere hemisphere pere mere misere cratere artere repere severe
sincere austere ephemere galere guere prospere arriere motif donnee annee journee soiree armee entree portee pensee
assemblee tournee arrivee dictee duree rentree levee allee idee lycee musee poupee marche demarche fleuve preuve epreuve
taux chaux retrait attrait souhait trait lait bienfait forfait mefait opera camera cholera chez nez assez
cours course fonds fils mars pays temps fois gars tiers bois base case port porte portee pointe plante file
graine sortie partie priere maniere portiere sentier expo manif colo colonne tonne vente pote machine cafe medecine
parente paroisse face indice cheminee matinee gage table reine ponte dame trace livree tribune paire aire cabane trame
mure desserte foule lande reponse course coupe selle vole volee bordee lettre contree cote conduite poste branche carte
"""

#: Of the words of a query, these are looked for only when it holds nothing else.
STOP_WORDS = frozenset(
    """
    a afin ai ainsi alors apres au aucun aucune aussi autre autres aux avec avant avoir c ca car ce cela ces cet cette
    ceux celles celui celle chaque chez ci comme comment contre d dans de des depuis deja du donc dont elle elles en
    encore entre es est et etaient etait ete etre eu eux fait faire fut hors ici il ils j je jusque l la le les leur
    leurs lors lui m ma mais me mes meme moi moins mon n ne ni non nos notre nous on ont ou par parce pas pendant peu
    peut plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa sans se selon sera ses si soi
    soit son sont sous sur t ta te tes toi ton tous tout toute toutes tres trop tu un une vers via voici voila vos votre
    vous y
    """.split()
)

#: Of the stop words, what still says something when there is nothing else: « toutes et tous », « celles et ceux ».
PRONOUNS = frozenset({"tout", "celui"})


def _irregular():
    forms = {}
    for family in filter(None, _FAMILIES.splitlines()):
        first, *others = family.split()
        forms.update(dict.fromkeys([first, *others], first))
    for noun in _NOUNS_IN_ER.split():
        forms.update(dict.fromkeys([noun, f"{noun}s", f"{noun}e", f"{noun}es"], noun))
    for noun in _ALONE.split():
        forms.update(dict.fromkeys([noun, f"{noun}s"], noun))
    return forms


#: The stem (str) of each form (str, without accents, lower case) that no rule reaches.
IRREGULAR = _irregular()
