"""Articles: reflections, testimonies, reports, translations."""

ARTICLES = [
    {
        "slug": "partial-et-partisan",
        "title": "Partial et partisan",
        "summary": """Pourquoi un site de plus, et pourquoi ne pas le prétendre neutre. Le texte par lequel Nébuleuses a commencé.""",
        "image": "nuit",
        "themes": ["travail-social", "paroles"],
        "published": 136,
        "author": "camille",
        "fields": {"kind": "reflection", "signed_by": "collective", "signature": "le collectif Nébuleuses"},
        "body": [
            (
                "text",
                """
Nous nous sommes rencontré·es autour d’une lassitude. L’une quittait un foyer où l’on ne disait plus « bonsoir » mais « signalement ». L’autre sortait de trois mois d’hôpital. Une troisième remplissait des tableaux, un quatrième les commandait et n’en dormait plus. Nous aurions pu fonder un groupe de soutien ; c’est devenu un site.

L’idée est venue en faisant une liste. Quelqu’un a demandé : « Qui connaît un endroit où cela se passe autrement ? » Chacun·e en avait un, parfois deux, jamais les mêmes. Une ferme, un groupe du mardi, une ville italienne, une pièce de théâtre, une équipe qui avait supprimé ses transmissions écrites. En une heure il y en avait trente. Nous nous croyions dans un désert.
""",
            ),
            ("heading", "Ce qui n’a pas de place n’existe pas"),
            (
                "text",
                """
Une expérience dont personne ne parle est facile à fermer. Elle est aussi difficile à recommencer : à trente kilomètres de là, des gens se heurtent aux mêmes murs et inventent tout depuis le début. Relayer n’est donc pas de la communication. C’est une manière de protéger ce qui est fragile, et de donner du courage à qui en cherche.

Nous parlons de nébuleuses parce que, vues de loin, ce sont des taches pâles. Il faut approcher pour y voir des milliers de feux séparés, et comprendre qu’ils font une forme.
""",
            ),
            ("heading", "Pourquoi prendre parti"),
            (
                "text",
                """
Dans nos métiers, la neutralité a bon dos. On l’invoque pour ne pas signer, ne pas dire, ne pas choisir entre une personne et une procédure. Nous préférons annoncer d’où nous regardons :

<ul><li>nous ne croyons pas que le social et le soin doivent rapporter ;</li><li>nous ne croyons pas que les personnes dites usagères soient un public ;</li><li>nous croyons que l’on peut défendre un service public et détester ce qu’il devient ;</li><li>nous croyons qu’une pratique se juge à ce qu’elle permet, même en petit.</li></ul>

Cela ne dispense pas d’être exact·es. Nous raconterons aussi ce qui rate, parce qu’une alternative sans ratés est une publicité.
""",
            ),
            ("content_link", {"content": "envoyez-nous", "reason": "La suite dépend de ce que vous nous envoyez."}),
        ],
        "related": ["faire-lien-et-prendre-soin"],
    },
    {
        "slug": "ce-que-compter-veut-dire",
        "title": "Ce que compter veut dire",
        "summary": """Actes, présences, « sorties positives » : nos journées se terminent devant un tableau. Enquête sur une habitude qui a changé le métier, et sur quelques façons de lui désobéir.""",
        "image": "fils",
        "themes": ["marchandisation", "conditions-de-travail", "travail-social"],
        "published": 99,
        "author": "sacha",
        "fields": {
            "kind": "reflection",
            "signed_by": "pseudonyms",
            "signature": "Jo Lamarre et Ysé, avec l’atelier d’écriture du jeudi",
        },
        "body": [
            (
                "text",
                """
Dix-sept heures quarante. L’accueil de jour vient de fermer, la cafetière refroidit, il reste des miettes sur la table du fond. Une éducatrice ouvre l’ordinateur. Elle doit dire combien de personnes sont entrées, combien étaient nouvelles, combien ont « bénéficié d’un entretien », et de quel type. Un homme est resté toute la journée près du radiateur. Vers midi il lui a montré une photo de son chien, mort en février. C’est la première chose qu’il dit depuis trois semaines. Elle cherche la case.

Nous sommes parti·es de cette scène, racontée un jeudi par l’une d’entre nous, parce que tout le monde autour de la table en avait une semblable. Nous avons voulu comprendre d’où vient le tableau, ce qu’il fait au travail et ce que l’on peut faire du tableau.
""",
            ),
            ("heading", "D’où vient le tableau"),
            (
                "text",
                """
Compter n’est pas une invention récente. Les hospices tenaient registre des entrées et des décès, les bureaux de bienfaisance savaient le poids de pain distribué. Ce qui est nouveau, c’est l’usage. Le registre gardait une trace ; le tableau de bord déclenche une conséquence. Un chiffre plus bas, c’est une réunion, puis une convention non renouvelée, puis un poste.

On peut dater quelques tournants. La loi du 2 janvier 2002 a obligé les établissements sociaux et médico-sociaux à évaluer leurs activités [1]. L’intention n’était pas mauvaise : le même texte affirmait les droits des personnes accueillies, et bien des établissements n’avaient jamais demandé à quiconque ce qu’il pensait du repas. En 2009, la loi dite HPST a généralisé les appels à projets [2] : l’autorité publique décrit ce qu’elle veut, les associations répondent, la mieux-disante emporte. Depuis 2014, un chantier national, Serafin-PH, prépare une tarification des établissements du handicap fondée sur des nomenclatures de besoins et de prestations [3].

Aucune de ces étapes n’a demandé à l’éducatrice de compter les photos de chiens. Mais chacune a rendu un peu plus naturel qu’une rencontre se découpe, se nomme et se compare.
""",
            ),
            ("subheading", "Le vocabulaire est arrivé avant l’argent"),
            (
                "text",
                """
Nous avons relu nos propres écrits sur quinze ans. « Accompagnement » est devenu « file active ». Une personne « rencontrée » est devenue « captée », puis « orientée ». Le départ de quelqu’un, chose grave et parfois joyeuse, s’est transformé en « sortie », laquelle est positive ou ne l’est pas. Nous avons parlé cette langue bien avant d’y être tenu·es : elle faisait sérieux, elle aidait à tenir tête aux financeurs. Puis elle s’est mise à penser à notre place.
""",
            ),
            ("heading", "Ce que le chiffre fait au travail"),
            (
                "text",
                """
Un indicateur n’est jamais qu’un thermomètre, nous dit-on. Sauf que personne ne paie la température. Dès qu’un nombre décide d’un budget, il cesse de décrire le travail et commence à le fabriquer. Voici ce que nous avons vu, chacun·e dans son service :

<ul><li><b>On choisit.</b> Une place en hébergement va plus volontiers à qui sortira vite. Les autres, celles et ceux pour qui le lieu avait été ouvert, « ne relèvent pas du dispositif ».</li><li><b>On découpe.</b> Trois entretiens de vingt minutes valent mieux qu’une heure et demie à marcher avec quelqu’un jusqu’à la mairie.</li><li><b>On arrange.</b> Tout le monde arrange :<ul><li>l’équipe, qui compte deux fois la même visite ;</li><li>la direction, qui lisse ;</li><li>le financeur, qui le sait et qui a lui-même une tutelle.</li></ul></li><li><b>On se tait.</b> Ce qui n’entre pas dans une case finit par ne plus se dire en réunion, puis par ne plus se voir.</li></ul>

Ce dernier point est le plus grave. Un métier tient par ses récits. Quand on ne sait plus raconter une journée autrement que par des quantités, on ne peut plus l’apprendre à personne, ni s’en plaindre avec précision.
""",
            ),
            (
                "quotation",
                {
                    "quotation": """On peut définir une institution totalitaire comme un lieu de résidence et de travail où un grand nombre d’individus, placés dans la même situation, coupés du monde extérieur pour une période relativement longue, mènent ensemble une vie recluse dont les modalités sont explicitement et minutieusement réglées.""",
                    "author": "Erving Goffman",
                    "source": "Asiles, Éditions de Minuit, 1968",
                },
            ),
            (
                "text",
                """
On nous objectera que nos services ne sont plus des asiles. C’est vrai, les portes sont ouvertes. Mais relisons la fin de la phrase : <i>explicitement et minutieusement réglées</i>. Le mur a disparu, la minutie est restée. Elle s’applique aujourd’hui autant à celles et ceux qui travaillent qu’à celles et ceux qui viennent, et c’est peut-être une raison de faire alliance.
""",
            ),
            ("heading", "À qui profite la mesure"),
            (
                "text",
                """
Il serait confortable d’accuser les logiciels, ou les chef·fes de service, qui passent eux aussi leurs soirées sur le tableau. La question est plutôt : qui a besoin que le travail social se compare ?

En a besoin, d’abord, qui veut acheter. Pour mettre en concurrence deux associations, il faut que leurs activités aient l’air d’être la même chose, à des prix différents. En a besoin, ensuite, qui veut investir. En 2016, la France a lancé des « contrats à impact social » : un investisseur avance l’argent d’une action, la puissance publique le rembourse avec un bonus si les objectifs chiffrés sont atteints [4]. Pour cela aussi, il faut un chiffre, incontestable et simple. Le nombre d’enfants placés, par exemple. On voit assez vite le danger qu’il y a à payer quelqu’un pour que ce nombre baisse.

<a href="page:coordination-nationale-2018">La coordination de septembre 2018</a> le disait déjà à sa manière : la concurrence entre structures et l’arrivée d’entreprises dans le secteur forment une seule et même histoire, et l’on ne défendra pas les métiers sans s’y opposer.
""",
            ),
            (
                "note",
                {
                    "title": "Compter, oui, mais quoi ?",
                    "text": """
Nous ne sommes pas contre les nombres. Savoir combien de personnes ont été refusées faute de place, combien d’enfants attendent qu’une mesure décidée par un juge soit exercée, combien de collègues sont parti·es dans l’année : voilà des chiffres que nous voudrions voir affichés dans l’entrée.

La différence ? Ceux-là décrivent l’institution. Les autres décrivent les gens.
""",
                },
            ),
            ("heading", "Désobéir avec méthode"),
            (
                "text",
                """
Refuser seul·e de remplir un tableau, c’est faire porter la charge à la collègue d’à côté, et s’exposer. Les gestes qui suivent ont tous été décidés à plusieurs. Aucun n’est héroïque, plusieurs ont duré.
""",
            ),
            ("subheading", "Le cahier"),
            (
                "text",
                """
Dans un accueil de jour, l’équipe a acheté un cahier à grands carreaux. Chaque soir, avant le tableau, quelqu’un y écrit cinq lignes : une chose vue, une chose entendue, sans nom. Les personnes accueillies l’ont découvert et ont demandé à y écrire aussi. Au bout d’un an, on en a lu des pages devant le conseil d’administration à la place du rapport d’activité. Il y eut un long silence, puis une administratrice proposa de joindre le cahier à la demande de subvention.
""",
            ),
            ("subheading", "Le chiffre collectif"),
            (
                "text",
                """
Dans un service de prévention, les éducateur·trices ont cessé de rendre des chiffres individuels. Le tableau est rempli une fois par mois, en réunion, pour toute l’équipe. Impossible désormais de comparer les un·es aux autres. La direction a protesté deux mois, puis elle a constaté que le total, lui, n’avait pas bougé.
""",
            ),
            ("subheading", "La case commune"),
            (
                "text",
                """
Ailleurs, on a demandé aux personnes concernées ce qu’elles auraient envie que l’on compte. Elles ont répondu : le nombre de fois où l’on nous a fait répéter notre histoire. Le nombre de jours entre « je vous rappelle » et l’appel. Le nombre de repas pris avec vous. L’équipe tient ces trois colonnes depuis, et les envoie chaque trimestre à son financeur, avec les autres, sans commentaire.

Ce sont de petites choses. Elles ont en commun de remettre de la délibération là où il n’y avait plus qu’une saisie : qui décide de ce qui compte, et devant qui en répond-on ? C’est à cela que nous voudrions revenir. Non pas à un âge d’or sans papier, qui n’a pas existé et où l’on ne rendait de comptes à personne, mais à une situation où rendre compte signifie de nouveau raconter, expliquer, se laisser contredire par les premier·ères intéressé·es.
""",
            ),
            ("heading", "Et l’homme au chien"),
            (
                "text",
                """
L’éducatrice, finalement, a coché « autre ». Le lendemain elle est arrivée avec un cadre, acheté deux euros, et l’a posé sur la table sans rien dire. Il y a mis la photo. Le cadre est toujours sur l’étagère de l’entrée ; d’autres y ont ajouté leurs morts, des chats, une mère, un ami de rue. On l’appelle l’autel, en riant un peu.

Au rapport d’activité de l’année figure la ligne suivante : « Autre : 1. »
""",
            ),
            (
                "questions",
                {
                    "title": "Questions à discuter en équipe, et au-delà",
                    "questions": [
                        "Quel chiffre rendons-nous sans savoir à quoi il sert ? À qui pourrions-nous le demander ?",
                        "Qu’avons-nous fait, ce mois-ci, d’important et d’incomptable ? Où est-ce écrit ?",
                        "Si les personnes que nous accompagnons devaient nous évaluer, que mesureraient-elles ?",
                        "Que risquerions-nous vraiment à remplir le tableau à plusieurs ?",
                    ],
                },
            ),
            (
                "footnotes",
                [
                    "Loi n° 2002-2 du 2 janvier 2002 rénovant l’action sociale et médico-sociale.",
                    "Loi n° 2009-879 du 21 juillet 2009 portant réforme de l’hôpital et relative aux patients, à la santé et aux territoires.",
                    "Serafin-PH : services et établissements, réforme pour une adéquation des financements aux parcours des personnes handicapées.",
                    "Sur le modèle des <i>social impact bonds</i>, apparus au Royaume-Uni en 2010.",
                ],
            ),
        ],
        "related": ["asiles", "une-heure-pour-se-parler"],
    },
    {
        "slug": "la-nuit-les-portes",
        "title": "La nuit, les portes",
        "summary": """Seule avec quatorze adolescent·es de vingt-deux heures à sept heures. Une veilleuse de nuit raconte ce que l’on entend quand les projets éducatifs dorment.""",
        "image": "maisons",
        "themes": ["enfance-et-familles", "conditions-de-travail"],
        "published": 82,
        "author": "camille",
        "fields": {"kind": "testimony", "signed_by": "pseudonyms", "signature": "Nour, veilleuse de nuit"},
        "body": [
            (
                "audio",
                {
                    "title": "Indicatif de nuit",
                    "description": "Neuf secondes pour baisser la lumière avant de lire.",
                },
            ),
            (
                "text",
                """
Sur ma fiche de poste, il y a écrit « surveillant de nuit qualifié », au masculin. Dans la maison on dit « la nuit », comme si j’étais un moment. « Demande à la nuit. » « La nuit a dit non. »

J’arrive quand l’équipe d’après-midi a déjà son manteau. On a sept minutes pour se parler, je les ai chronométrées. Qui a mangé, qui a reçu un appel, qui n’est pas rentré·e. Puis la porte, la clé, et le bruit du frigo.

Il y a des gestes que personne ne m’a appris. Monter l’escalier en faisant craquer la troisième marche exprès, pour que l’on sache que c’est moi et pas quelqu’un qui se cache. Laisser la lumière du bureau allumée et la porte entrouverte de dix centimètres : à cinq on croit que je dors, à vingt on croit que je guette. Ne pas demander « ça va ? » à deux heures du matin. Proposer une tartine.
""",
            ),
            ("heading", "Ce qui se dit à trois heures"),
            (
                "text",
                """
Le jour, ils et elles ont des rendez-vous, des référent·es, des objectifs. La nuit, il n’y a plus de grille, et parfois il y a une parole. Une gamine de quinze ans m’a parlé de son petit frère en regardant le grille-pain, jamais moi. Cela a duré une heure. Elle m’a dit à la fin : « Tu l’écris pas. » Je ne l’ai pas écrit. J’ai mis « nuit calme ».

On me l’a reproché, bien sûr, quand on l’a su. Une information préoccupante doit remonter. Je suis d’accord, et j’aurais fait remonter un danger. Mais je ne sais pas comment on explique dans un logiciel que cette petite a pu dormir parce qu’il existait, une fois, un endroit où ce qu’elle disait ne partait pas quelque part.
""",
            ),
            ("heading", "Ce que je demande"),
            (
                "text",
                """
Je ne demande pas une médaille. Je demande :

<ol><li>d’être deux, parce qu’à une seule on finit par fermer des portes à clé pour tenir ;</li><li>une demi-heure de passage avec l’équipe de jour, payée ;</li><li>que l’on m’invite aux réunions où l’on parle des jeunes que j’entends respirer ;</li><li>que l’on cesse d’appeler cela « surveiller ».</li></ol>

Depuis six mois, avec trois collègues d’autres maisons, on se retrouve un mardi sur deux après notre service, à sept heures et demie, dans un café qui ouvre tôt. On a l’air de fêtard·es. On se raconte nos nuits. C’est devenu, je crois, la seule réunion d’équipe que j’aie jamais eue.
""",
            ),
        ],
        "related": ["une-heure-pour-se-parler"],
    },
    {
        "slug": "lire-asiles-ensemble",
        "title": "Lire « Asiles » à douze",
        "summary": """Compte rendu du premier atelier de lecture : un chapitre de Goffman, deux heures, et la liste de tout ce qui, chez nous, se demande à un bureau.""",
        "image": "table",
        "themes": ["penser-sa-pratique", "folie-et-psychiatrie"],
        "published": 7,
        "author": "camille",
        "fields": {"kind": "report", "signed_by": "collective", "signature": "l’atelier de lecture de Nantes"},
        "body": [
            (
                "text",
                """
Nous étions douze : quatre infirmier·ères, deux ancien·nes patient·es, une étudiante, un cuisinier d’Ehpad, trois éducatrices et une voisine venue pour les gâteaux. La règle de l’atelier est que personne ne fait d’exposé. On lit à voix haute, chacun·e un paragraphe, et l’on s’arrête quand quelqu’un dit « stop ».

Le premier « stop » est venu au bout de deux pages, sur la cérémonie d’admission : les effets personnels inventoriés, la douche, les habits de l’établissement. Le cuisinier a raconté l’arrivée d’un vieux monsieur à qui l’on avait pris son couteau de poche, celui avec lequel il pelait ses pommes depuis soixante ans. « Il n’a plus jamais mangé de pomme. »
""",
            ),
            ("heading", "La liste"),
            (
                "text",
                """
De là est venue l’idée d’une liste. Nous avons noté, sur une grande feuille, tout ce qu’une personne accueillie dans nos lieux doit demander à quelqu’un :

<ul><li>du papier toilette, du feu, un verre ;</li><li>la permission de sortir :<ul><li>dans le jardin,</li><li>dans la rue,</li><li>le dimanche ;</li></ul></li><li>son argent, ses papiers, son téléphone après vingt et une heures ;</li><li>de voir le médecin, de ne pas le voir ;</li><li>que l’on frappe avant d’entrer.</li></ul>

Puis nous avons fait la liste de ce que <i>nous</i> devons demander à nos hiérarchies. Elle est plus courte, mais pas tant que cela, et quelques lignes sont les mêmes.
""",
            ),
            (
                "quotation",
                {
                    "quotation": "Ce n’est pas un livre sur les fous, c’est un livre sur les clés.",
                    "author": "une participante",
                    "source": "fin de l’atelier",
                },
            ),
            ("heading", "Désaccords"),
            (
                "text",
                """
Tout le monde n’a pas aimé. L’une des personnes passées par l’hôpital a trouvé le livre froid : « Il nous regarde comme des fourmis malines. » Une infirmière s’est sentie accusée, à juste titre peut-être, d’actes qu’elle n’a pas choisis. L’étudiante a rappelé que Goffman écrivait en 1961 et que les droits des patient·es ont changé ; quelqu’un a répondu qu’un droit affiché à l’accueil ne vaut pas une poignée du bon côté de la porte.

Nous avons décidé de continuer, un chapitre par mois, et d’apporter la prochaine fois un règlement intérieur chacun·e. Nous les lirons à voix haute. Il paraît que l’on rit beaucoup.
""",
            ),
            (
                "content_link",
                {"content": "atelier-asiles", "reason": "L’annonce de la séance dont voici le compte rendu."},
            ),
        ],
        "related": ["asiles"],
    },
    {
        "slug": "le-cheval-bleu",
        "title": "Le cheval bleu qui ne passait pas la porte",
        "summary": """En 1973, à Trieste, des malades, des artistes et des infirmier·ères construisent un cheval si grand que l’asile ne peut pas le laisser sortir. Alors ils et elles cassent le mur.""",
        "image": "cheval",
        "themes": ["creation", "folie-et-psychiatrie"],
        "published": 54,
        "author": "camille",
        "fields": {"kind": "reflection", "signed_by": "names", "signature": "Ysé"},
        "body": [
            (
                "text",
                """
Il y avait à l’hôpital San Giovanni un vrai cheval, qui tirait la charrette du linge et que tout le monde aimait. Il s’appelait Marco. Quand l’administration voulut l’envoyer à l’abattoir, les malades écrivirent aux autorités, en son nom, pour demander sa retraite. Ils et elles l’obtinrent.

L’année suivante, au début de 1973, un pavillon vidé devient atelier. Vittorio Basaglia, sculpteur et cousin du directeur, l’écrivain et homme de théâtre Giuliano Scabia, d’autres artistes s’y installent et invitent qui veut. On dessine, on raconte, on chante. Que construire ensemble ? Un cheval, comme Marco. De quelle couleur ? Bleu. Que mettra-t-il dans son ventre, comme celui de Troie ? Des vœux : une maison, un travail, une montre, de nouvelles amours.
""",
            ),
            (
                "picture",
                {
                    "image": "fenetres",
                    "alternative": "Dessin : une façade de nuit, cent fenêtres fermées et une seule grande ouverte.",
                    "caption": "Le pavillon de l’atelier, tel que nous l’imaginons.",
                },
            ),
            ("heading", "Trop grand"),
            (
                "text",
                """
Il est de bois et de papier mâché, haut de presque quatre mètres, monté sur roues. Le jour dit, on le pousse dans l’allée. Il ne passe pas le portail. On essaie la porte, une autre, on le penche. On raconte que Franco Basaglia prit alors un banc de fonte pour frapper la grille et le linteau, avec les autres, jusqu’à ce que cela cède.

Plusieurs centaines de personnes sont descendues en ville derrière lui. On regardait passer, aux fenêtres, ceux et celles que l’on n’avait jamais vu·es. Des infirmier·ères ont dit aussi que l’on fêtait un cheval quand les draps manquaient : leurs conditions de travail n’avaient pas changé. La dispute fut longue, et c’est peut-être ce qu’il y a de plus précieux dans l’histoire. On ne sortait pas de l’asile par une image, on y entrait en politique.
""",
            ),
            (
                "gallery",
                {
                    "title": "Ce que l’on pourrait mettre dans son ventre",
                    "pictures": [
                        {
                            "image": "maisons",
                            "alternative": "Dessin : un quartier de maisons de toutes les couleurs.",
                            "caption": "Une maison",
                        },
                        {
                            "image": "table",
                            "alternative": "Dessin : une table dressée, vue d’en haut.",
                            "caption": "De quoi inviter",
                        },
                        {
                            "image": "mer",
                            "alternative": "Dessin : une barque rouge sur une mer d’écailles bleues.",
                            "caption": "Partir en vacances",
                        },
                    ],
                },
            ),
            ("heading", "Pourquoi le raconter encore"),
            (
                "text",
                """
On nous demande souvent des « outils ». Le cheval n’en est pas un. Il ne répond à aucun besoin identifié, il n’a pas d’indicateur, il ne se duplique pas. Il a simplement rendu visible, d’un coup, que la porte était trop petite.

Il roule encore. On le sort pour des anniversaires et des manifestations ; il a fait le tour des hôpitaux psychiatriques judiciaires italiens quand il s’est agi d’obtenir leur fermeture. Et chaque fois qu’une équipe nous écrit qu’elle aimerait bien, mais que cela ne rentre pas dans le cadre, nous pensons à lui.
""",
            ),
        ],
        "related": ["trieste"],
    },
    {
        "slug": "loi-180",
        "title": "Quelques phrases de la loi 180",
        "summary": """Le 13 mai 1978, un parlement écrit noir sur blanc que le soin est volontaire et que l’on ne construira plus d’asile. Nous en avons traduit trois passages, à lire lentement.""",
        "image": "fenetres",
        "themes": ["folie-et-psychiatrie", "paroles"],
        "published": 68,
        "author": "alix",
        "fields": {
            "kind": "translation",
            "signed_by": "collective",
            "signature": "l’atelier de traduction de Nébuleuses",
            "source_title": "Gazzetta Ufficiale della Repubblica Italiana, n° 133, 16 mai 1978",
            "source_language": "italien",
            "translator": "Camille et Alix",
        },
        "body": [
            (
                "text",
                """
On l’appelle « loi Basaglia », ce que l’intéressé n’aimait guère : elle fut votée en quelques semaines, pour éviter un référendum, et il en voyait les faiblesses. Elle tient sur peu de pages. Une bonne part a été reprise, la même année, dans la loi qui créait le service national de santé italien.

Nous ne sommes pas juristes. Nous avons traduit en cherchant des mots simples, et en gardant les répétitions.
""",
            ),
            ("heading", "Article 1 : la règle"),
            (
                "quotation",
                {
                    "quotation": "Les examens et les traitements sanitaires sont volontaires.",
                    "source": "loi n° 180 du 13 mai 1978, article 1, premier alinéa",
                },
            ),
            (
                "text",
                """
Huit mots en italien. Tout le reste est exception. L’alinéa suivant permet des soins obligatoires dans les cas prévus par la loi, mais dans le respect de la dignité de la personne et des droits civils et politiques garantis par la Constitution, « y compris, autant que possible, le droit de choisir librement son médecin et son lieu de soin ».

<i>Civils et politiques</i> : jusque-là, l’internement s’inscrivait au casier judiciaire et faisait perdre le droit de vote.
""",
            ),
            ("heading", "Chercher le consentement"),
            (
                "text",
                """
Le même article demande que les soins obligatoires soient accompagnés d’initiatives pour obtenir le consentement et la participation de qui y est soumis. C’est, à notre avis, la phrase la plus exigeante. Elle dit que la contrainte ne clôt pas la discussion : même là, il faut continuer de demander.

Combien de temps passe-t-on, dans nos services, à <i>rechercher</i> un accord que l’on pourrait se dispenser d’obtenir ?
""",
            ),
            ("heading", "Article 7 : plus d’asile"),
            (
                "quotation",
                {
                    "quotation": "Il est dans tous les cas interdit de construire de nouveaux hôpitaux psychiatriques.",
                    "source": "loi n° 180 du 13 mai 1978, extrait de l’article 7",
                },
            ),
            (
                "text",
                """
L’interdiction vise aussi l’usage des anciens hôpitaux psychiatriques comme sections d’hôpitaux généraux : on ne repeint pas un asile. Il fallut encore vingt ans pour que les derniers ferment. Les régions riches s’équipèrent, d’autres laissèrent des familles seules ; on a reproché à la loi ce que l’on n’avait pas voulu payer.
""",
            ),
            (
                "note",
                {
                    "title": "Et en France ?",
                    "text": """La loi du 5 juillet 2011 permet des soins sans consentement à l’hôpital et au-dehors, sous le contrôle d’un·e juge. <a href="page:psycom">Psycom</a> explique les recours possibles.""",
                },
            ),
        ],
        "related": ["l-institution-en-negation", "cooperative-lavoratori-uniti"],
    },
    {
        "slug": "lire-un-budget-sans-s-endormir",
        "title": "Lire un budget sans s’endormir",
        "summary": """Chaque automne, le Parlement fixe en quelques semaines ce que la Sécurité sociale dépensera l’année suivante. Mode d’emploi pour suivre le débat et savoir quand s’en mêler.""",
        "themes": ["marchandisation", "conditions-de-travail"],
        "published": 36,
        "author": "sacha",
        "fields": {"kind": "parliament", "signed_by": "anonymous"},
        "body": [
            (
                "text",
                """
Dans une salle de pause, dites « PLFSS » : deux personnes soupirent, trois quittent la pièce. C’est pourtant là que se décide, en partie, le nombre de collègues que nous aurons l’an prochain. Voici de quoi suivre, sans y passer ses nuits.
""",
            ),
            ("heading", "De quoi parle-t-on"),
            (
                "text",
                """
Depuis 1996, le Parlement vote chaque automne une loi de financement de la Sécurité sociale. Avant d’être votée, elle s’appelle projet de loi : PLFSS. On y trouve des recettes, des dépenses, et deux nombres qui nous regardent :

<ul><li>l’<b>Ondam</b>, objectif national de dépenses d’assurance maladie ;</li><li>à l’intérieur, des sous-objectifs :<ul><li>les établissements de santé, donc l’hôpital et la psychiatrie,</li><li>les établissements et services pour personnes âgées,</li><li>ceux pour personnes handicapées.</li></ul></li></ul>

L’aide sociale à l’enfance, la prévention spécialisée et une bonne part de l’insertion n’y figurent pas : elles dépendent des départements, et leur budget se vote ailleurs, en général au printemps.
""",
            ),
            ("heading", "Le calendrier"),
            (
                "text",
                """
<ol><li>Au début d’octobre, le gouvernement dépose le projet. Les chiffres de l’Ondam paraissent ce jour-là.</li><li>L’Assemblée nationale a vingt jours pour l’examiner, en commission puis en séance.</li><li>Le Sénat prend la suite.</li><li>Au bout de cinquante jours en tout, si le Parlement ne s’est pas prononcé, le gouvernement peut agir par ordonnance. C’est l’article 47-1 de la Constitution.</li></ol>

Le meilleur moment pour écrire à un·e député·e est donc la semaine qui précède la commission. Après le vote en séance, votre lettre lui servira de marque-page.
""",
            ),
            ("heading", "Le tour de passe-passe"),
            (
                "text",
                """
On entend chaque année que les moyens augmentent. Souvent, c’est vrai, et cela ne dit rien. Si les dépenses montent de trois pour cent mais que les prix, les salaires décidés nationalement et le nombre de malades en demandent quatre, il faudra trouver l’écart dans les services. Demandez toujours : par rapport à quoi ?

Deuxième réflexe : chercher ce qui est « fléché ». Une enveloppe annoncée pour un plan peut être prise sur une autre. Comparer le tableau de l’an dernier et celui de cette année suffit, à condition d’avoir gardé le premier.
""",
            ),
            (
                "note",
                {
                    "title": "Notre veille",
                    "text": """Nous cherchons trois personnes patientes pour lire les amendements à tour de rôle et résumer chaque semaine d’automne en une page. <a href="page:envoyez-nous">Faites signe.</a>""",
                },
            ),
        ],
    },
    {
        "slug": "a-quoi-sert-un-balint",
        "title": "À quoi sert un groupe Balint",
        "summary": """Ni supervision, ni confession, ni réunion de synthèse. Ce que fait ce petit dispositif vieux de soixante-dix ans, et pourquoi il dérange les organigrammes.""",
        "image": "chaises",
        "themes": ["penser-sa-pratique"],
        "published": 115,
        "author": "alix",
        "fields": {"kind": "reflection", "signed_by": "names", "signature": "Alix"},
        "body": [
            (
                "text",
                """
À Londres, au début des années 1950, un psychanalyste d’origine hongroise, Michael Balint, et une travailleuse sociale, Enid Balint, réunissent des médecins généralistes. Ils et elles ne leur enseignent pas la psychologie. Ils leur demandent de raconter, sans dossier, un·e patient·e qui leur pose problème.

On oublie souvent Enid. C’est pourtant elle qui avait l’expérience de ces groupes, menés auparavant avec des travailleur·euses sociaux·ales auprès de couples. Le « Balint » vient donc de chez nous ; il y revient.
""",
            ),
            ("heading", "Comment cela se passe"),
            (
                "text",
                """
<ol><li>Huit à douze personnes, toujours les mêmes, pendant un an au moins.</li><li>Quelqu’un dit « j’ai quelqu’un ». On l’écoute sans l’interrompre.</li><li>Puis il ou elle recule sa chaise et se tait. Le groupe rêve tout haut : « À la place de cette dame, j’aurais eu honte. » « Moi, je ne l’aime pas, cet homme, et je ne sais pas pourquoi. »</li><li>La personne revient dans le cercle et dit ce qu’elle garde.</li></ol>

Il n’y a pas de compte rendu. Rien ne sort, rien ne monte.
""",
            ),
            ("heading", "Ce que ce n’est pas"),
            (
                "text",
                """
Ce n’est pas une supervision : personne n’y sait mieux. Ce n’est pas une thérapie de groupe : on y parle du travail, et si l’enfance de quelqu’un passe la tête par la porte, on la salue et l’on revient à la situation. Ce n’est pas l’« analyse de la pratique » que l’employeur achète par tranches de deux heures et dont il aimerait connaître les thèmes. Un Balint se choisit ; on y vient un·e par un·e, et l’on peut ne pas y venir.

C’est là qu’il dérange. Dans une organisation où tout échange produit un écrit, voici une heure et demie qui ne laisse aucune trace et dont on ressort, parfois, en ayant changé d’avis sur quelqu’un.
""",
            ),
            (
                "quotation",
                {
                    "quotation": "Je croyais parler de lui depuis vingt minutes. Le groupe m’a fait remarquer que je n’avais pas dit son prénom.",
                    "author": "un éducateur",
                    "source": "dans un groupe, avec son accord",
                },
            ),
            ("heading", "Ses limites"),
            (
                "text",
                """
Le groupe Balint soigne la relation, pas les sous-effectifs. Utilisé pour faire tenir des équipes que l’on maltraite, il devient une rustine, et les participant·es le sentent très vite. Il est né aussi dans un monde de médecins hommes, volontiers paternels. Les personnes dont on parle n’y sont pas ; c’est une vraie question, que les <a href="page:entendeurs-de-voix">groupes de pair·es</a> posent autrement.

Reste que l’on y apprend à supporter de ne pas comprendre. Il y a peu d’endroits pour cela.
""",
            ),
        ],
        "related": ["groupe-balint-alters", "le-medecin-son-malade"],
    },
    {
        "slug": "pair-aidante-et-apres",
        "title": "Pair-aidante, et après ?",
        "summary": """On m’a embauchée pour mon expérience de la psychiatrie, puis formée à ne plus en parler comme avant. Témoignage sur une place que l’on invente en marchant.""",
        "image": "oiseaux",
        "themes": ["paroles", "conditions-de-travail", "folie-et-psychiatrie"],
        "life": "review",
        "author": "camille",
        "agreement": """Très juste, rien à changer. J’ai seulement vérifié que le service n’est pas reconnaissable.""",
        "fields": {"kind": "testimony", "signed_by": "pseudonyms", "signature": "Mado"},
        "body": [
            (
                "text",
                """
Le premier jour, on m’a donné un badge, une boîte aux lettres et une place à la cantine du personnel. J’avais mangé huit ans de l’autre côté de la cloison. La dame du self m’a reconnue, elle a rempli mon assiette deux fois plus et n’a rien dit. Je crois que c’est elle qui m’a le mieux accueillie.

Je suis « médiatrice de santé-paire ». Mon métier consiste à avoir été malade, à aller mieux et à le faire savoir avec tact. Les collègues sont gentil·les. Ils et elles baissent la voix quand j’entre, puis se souviennent que je suis collègue et la remontent un peu trop.
""",
            ),
            ("heading", "Le piège de l’exemple"),
            (
                "text",
                """
Très vite, on m’a demandé de raconter mon parcours. Aux nouveaux patients, aux étudiant·es, à un congrès. La première fois j’ai pleuré, la dixième j’avais des diapositives. J’ai remarqué que l’on aimait surtout la fin, quand cela s’arrange. Un jour j’ai raconté la chambre d’isolement, vingt-deux jours, sans morale. Le cadre m’a remerciée et m’a suggéré de « rester sur du positif ».

Voilà la question que je voudrais poser. Nous a-t-on invité·es pour changer l’institution, ou pour lui donner meilleure mine ?
""",
            ),
            ("heading", "Ce que je fais quand même"),
            (
                "text",
                """
<ul><li>Je m’assois dans le couloir, à la place où je m’asseyais. On vient.</li><li>Je dis « je ne sais pas » en réunion. Cela s’est révélé contagieux.</li><li>Je lis les dossiers à voix haute avec les personnes, quand elles le veulent :<ul><li>elles corrigent des dates,</li><li>elles rient parfois,</li><li>elles demandent qui a écrit « opposante ».</li></ul></li></ul>

Et je ne suis plus seule : nous sommes cinq dans le département, nous mangeons ensemble une fois par mois. Nous avons décidé de refuser ensemble les congrès où l’on ne paie que nos trajets.
""",
            ),
            (
                "questions",
                {
                    "title": "Pour les équipes qui veulent recruter un·e pair·e",
                    "questions": [
                        "Pourra-t-il ou elle dire non à une contention ? Que se passera-t-il ensuite ?",
                        "Pourquoi un·e seul·e ?",
                        "Que ferez-vous le jour où il ou elle ira mal, comme tout le monde ?",
                    ],
                },
            ),
        ],
        "related": ["entendeurs-de-voix"],
    },
    {
        "slug": "la-cuisine-comme-methode",
        "title": "La cuisine comme méthode",
        "summary": """Éplucher, touiller, attendre que cela frémisse : pourquoi tant de lieux qui tiennent debout commencent par une cuisine ouverte, et pourquoi tant de normes la ferment.""",
        "image": "table",
        "themes": ["travail-social", "entraide", "creation"],
        "life": "scheduled",
        "published_in": 12,
        "author": "camille",
        "fields": {"kind": "reflection", "signed_by": "collective", "signature": "le groupe cuisine"},
        "body": [
            (
                "text",
                """
Quand nous visitons un lieu, nous demandons à voir la cuisine. Ce n’est pas de la gourmandise, ou pas seulement. Une cuisine dit très vite qui a le droit de toucher à quoi. Y a-t-il un cadenas sur le frigo ? Les couteaux sont-ils comptés ? Qui décide du menu, et qui fait la plonge ?

À La Borde, la cuisine est le poste que tout le monde veut et redoute. Dans un accueil de jour que nous connaissons, la gazinière est au milieu de la pièce, pour que l’on puisse tourner autour. Dans un foyer pour mineur·es, les repas arrivent en barquettes, on les réchauffe, et l’on organise le mercredi un « atelier cuisine » pour retrouver ce que l’on a enlevé les six autres jours.
""",
            ),
            ("heading", "Ce qui mijote"),
            (
                "text",
                """
Cuisiner donne aux mains quelque chose à faire pendant que l’on parle, et donne aussi le droit de se taire sans gêne. On s’y tient côte à côte plutôt que face à face. Les compétences n’y suivent pas l’organigramme : le psychiatre rate la vinaigrette, une dame qui ne sait pas lire son courrier dirige dix personnes et un couscous.

Il y a un avant, les courses, et un après, la vaisselle. On se trompe, on rattrape, on ressert. Nous ne connaissons pas de meilleure école de la démocratie, ni de plus bruyante.
""",
            ),
            ("heading", "Ce que l’on nous oppose"),
            (
                "text",
                """
L’hygiène, d’abord. Elle a bon dos. Les règles de la restauration collective ne disent pas que les personnes accueillies doivent rester derrière une vitre ; elles demandent des précautions, et l’on peut apprendre à se laver les mains ensemble. L’assurance, ensuite, que l’on invoque sans l’avoir lue. Le temps, enfin : commander des barquettes en prend moins. C’est exact. Tout dépend de ce que l’on croyait faire de ce temps.
""",
            ),
            (
                "questions",
                {
                    "title": "Avant le prochain repas",
                    "questions": [
                        "Qui, ici, n’a jamais le droit d’entrer dans la cuisine ? Qui l’a décidé ?",
                        "Que mangerions-nous si nous décidions ensemble ?",
                    ],
                },
            ),
        ],
        "related": ["la-borde"],
    },
]
