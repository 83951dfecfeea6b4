import type { MeasureWording } from './measure-wording.ts'

export const french: MeasureWording = {
  year: 'Année',
  by: 'Ventilation',
  country: 'Pays',
  elsewhere: 'En savoir plus sur ces chiffres',
  breakdowns: {
    '': 'Aucune : l’ensemble',
    sex: 'Sexe',
    age: 'Âge',
    citizenship_status: 'Nationale ou étrangère',
    birth_status: 'Née dans le pays ou à l’étranger',
    'sex.age': 'Sexe × âge',
    'sex.citizenship_status': 'Sexe × nationale ou étrangère',
    'sex.birth_status': 'Sexe × née dans le pays ou à l’étranger',
    'age.citizenship_status': 'Âge × nationale ou étrangère',
    'age.birth_status': 'Âge × née dans le pays ou à l’étranger',
    'sex.age.citizenship_status': 'Sexe × âge × nationale ou étrangère',
    'sex.age.birth_status': 'Sexe × âge × née dans le pays ou à l’étranger',
    counterpart_area: 'Corridor : pays de l’autre partie',
  },
  known: {
    title: 'Comment le sait-on\u00a0?',
    tables:
      'Les chiffres viennent de ces tableaux. Chaque nombre y dit ce qu’il compte, de quels fichiers il vient, avec quelle qualité et comment il a été révisé\u00a0:',
    method: 'La méthode, avec ses formules et ses sources',
    mirror:
      'Chaque colonne est ce qu’un seul pays a enregistré\u00a0: ce qui est parti vers l’autre, et ce qui en est arrivé. Rien n’est estimé ni réparti entre les deux.',
    growth:
      'Le premier chiffre est celui de l’édition qui a compté la période pour la première fois\u00a0; le dernier, celui de l’édition la plus récente. Tant que quelque chose reste à décider dans une période, son chiffre est une estimation et peut avoir des décimales.',
    accounts:
      'Le stock attendu est le stock initial plus ce qui est entré moins ce qui est sorti. Le stock final est compté à part\u00a0; le résidu est le stock final moins le stock attendu.',
    backTest:
      'Chaque édition a été faite avec ce que l’on savait alors. Elle est comparée ici, chiffre par chiffre, à ce que l’on a su une fois tout décidé.',
    editions: (country, direction) => `${direction}, ${country}, par édition`,
    stock: (country) => `Le stock\u00a0: ${country}`,
    flows: (country) => `Les arrivées et les départs de migrants\u00a0: ${country}`,
  },
  gaps: {
    title: 'Les indicateurs et ce qui leur manque',
    lead: 'Quels indicateurs des ODD et du Pacte mondial ce nœud peut calculer, pays par pays. S’il manque une donnée, c’est une lacune, jamais un zéro.',
    empty:
      'Il n’y a pas encore de quoi calculer des indicateurs. Apportez population, franchissements ou incidents, puis calculez les cubes.',
    indicator: 'Indicateur',
    lacking: 'Ce qui manque',
    everyCountry: 'Tous, en une année',
    caption: (where) => `Indicateurs : ${where}`,
    summary: (available, partial, missing, where) =>
      `${where} : ${available} disponibles, ${partial} partiels et ${missing} manquants.`,
    statuses: { available: 'Disponible', partial: 'Partiel', missing: 'Manquant' },
  },
  mirror: {
    title: 'Un flux, deux comptes',
    lead: 'Ce qu’un pays compte de départs vers un autre, à côté de ce que l’autre compte d’arrivées de celui-ci. On n’en fait jamais la moyenne : l’écart est le résultat.',
    empty: 'Il faut les franchissements d’au moins deux pays, que ce nœud n’a pas encore.',
    nothing: 'Aucun des deux pays n’a enregistré de franchissement entre eux.',
    origin: 'De',
    destination: 'Vers',
    flow: 'Ce qui est compté',
    flows: { crossings: 'Tous les franchissements', migrations: 'Migrations' },
    breakdowns: { '': 'Aucune : l’ensemble', sex: 'Sexe', age: 'Âge', citizenship: 'Nationalité' },
    period: 'Période',
    periods: { year: 'Années', month: 'Mois' },
    caption: (origin, destination) => `De ${origin} vers ${destination}, selon les deux comptes`,
    departures: (origin) => `Départs, comptés par ${origin}`,
    arrivals: (destination) => `Arrivées, comptées par ${destination}`,
    ratio: 'Arrivées par départ',
    difference: 'Arrivées moins départs',
    why: 'Raisons possibles',
    reasons: {
      definition: 'définitions différentes',
      coverage: 'jours sans enregistrement',
      lag: 'chiffres encore susceptibles de changer',
      'travel-time': 'temps entre départ et arrivée',
      protection: 'chiffres modifiés au hasard pour protéger les personnes',
    },
    coverage: (origin, originShare, destination, destinationShare) =>
      `Jours avec enregistrements : ${origin} ${originShare}, ${destination} ${destinationShare}.`,
    approximate:
      'Ces parts sont approximatives, comptées sur des chiffres modifiés au hasard ; « : » là où peu de personnes par jour n’en disent rien.',
    legend:
      '« : » pas de chiffre ; « ⊘ » il n’est pas montré. Les raisons sont possibles, non établies.',
    tooFew: 'Trop peu de personnes ont circulé entre les deux pour que rien n’en soit montré.',
    withheld: 'non montré : aucune publication ne le montre',
    protections: {
      perturbed:
        'Les chiffres sont un peu modifiés au hasard, afin que nul ne soit reconnu : ce sont ceux que montrent les tableaux.',
      release: 'Seuls les chiffres que montre une publication sont montrés.',
      unprotected: 'Chiffres exacts sur des personnes, avant protection : à ne pas publier.',
    },
  },
  accounts: {
    title: 'Effectifs et flux concordent-ils ?',
    lead: 'Ce qu’était un effectif, ce qu’il a gagné et perdu en un an, et ce qu’il était à la fin. Ce qu’aucun terme n’explique est le résidu : il est montré, jamais réparti entre les autres.',
    empty: 'Le nœud n’a encore l’effectif d’aucun pays à deux dates.',
    stock: 'Effectif',
    stocks: {
      residents: 'Résidents que la frontière connaît, 1er janvier',
      population: 'Population, 1er juillet',
    },
    caption: (country) => `Comptes de ${country}, en personnes`,
    period: 'De – à',
    span: (from, to) => `${from} – ${to}`,
    terms: {
      opening: 'Effectif initial',
      births: '+ Naissances',
      deaths: '− Décès',
      arrivals: '+ Arrivées de migrants',
      departures: '− Départs de migrants',
      closing: 'Effectif final',
    },
    expected: '= Effectif attendu',
    residual: 'Résidu',
    share: 'Résidu / effectif final',
    missing: 'Ce qui manque',
    lacks: {
      opening: 'l’effectif au début',
      births: 'les naissances des douze mois (observations de la mesure « naissances »)',
      deaths: 'les décès des douze mois (observations de la mesure « décès »)',
      arrivals: 'les arrivées de migrants : parcours des douze mois',
      departures: 'les départs de migrants : parcours des douze mois',
      closing: 'l’effectif à la fin',
    },
    marks: {
      missing: 'pas de chiffre : le compte reste ouvert',
      withheld: 'non montré : aucune publication ne le montre',
      outside: 'hors de cet effectif, où l’on n’entre que par un franchissement',
      approximated: 'moitié de chacune des deux années civiles, faute de périodes plus courtes',
      provisional:
        'des franchissements sont indécis : c’est un minimum, et aucun résidu n’en est tiré',
    },
    finding: (country, span, residual) =>
      `Pour ${country}, ${span}, les termes laissent un résidu de ${residual} personnes.`,
    noneClosed: (country) =>
      `Aucun compte de ${country} ne peut être fermé : la dernière colonne dit ce qui manque à chacun.`,
    download: 'Télécharger en CSV',
  },
  growth: {
    title: 'Comment les migrations croissent, et comment ce fut révisé',
    lead: 'La croissance selon la première édition et selon la dernière. Les deux chiffres d’une comparaison sont d’une même édition : ce qu’on sait aujourd’hui n’est jamais comparé à ce qu’on savait hier de sa base.',
    empty:
      'Aucune édition d’estimations ne peut encore être montrée : elles se font dès que les parcours sont appariés et les cubes calculés.',
    direction: 'Migrations',
    directions: { arrival: 'Arrivées de migrants', departure: 'Départs de migrants' },
    level: 'Période',
    levels: { year: 'Années', quarter: 'Trimestres', month: 'Mois' },
    caption: (country, direction) => `${direction}, ${country} : croissance par édition`,
    period: 'Période',
    latest: 'Dernier chiffre',
    first: 'Premier chiffre',
    on: { previous: '% sur la période précédente', year: '% sur un an' },
    firstOn: {
      previous: 'Dit d’abord : % sur la période précédente',
      year: 'Dit d’abord : % sur un an',
    },
    revision: 'Révision',
    status: 'État et éditions',
    final: 'Définitif',
    provisional: 'Provisoire',
    told: (status, first, latest) =>
      first === latest ? `${status} ; ${first}` : `${status} ; ${first}, puis ${latest}`,
    overBreak: 'par-dessus une rupture de série',
    break: (from, reason, source) =>
      `Rupture de série à partir de ${from} : ${reason} (${source}).`,
    legend:
      '« : » rien à quoi comparer ; « b » passe par-dessus une rupture de série. Les séries ne sont pas désaisonnalisées : comparez à la même période de l’année précédente.',
    download: 'Télécharger en CSV',
  },
  survival: {
    title: 'Combien de temps durent les séjours ?',
    lead: 'La part des séjours qui dure plus de tant de jours, de chaque entrée d’une personne appariée à la sortie suivante. Ceux qui ne sont pas terminés comptent pour le temps où ils ont été observés.',
    empty:
      'Il n’y a pas encore de séjours : ils sont connus dès que les enregistrements sont appariés en parcours et que les cubes sont calculés.',
    year: 'Année d’entrée',
    allYears: 'Toutes les années',
    breakdowns: {
      '': 'Rien : l’ensemble',
      sex: 'Sexe',
      citizenship_status: 'Nationale ou étrangère',
      birth_status: 'Née dans le pays ou à l’étranger',
      purpose: 'Motif',
      mode: 'Mode de transport',
    },
    all: 'Tous les séjours',
    finding: (about, share, days) => `${about} : ${share} des séjours durent plus de ${days} jours`,
    explained: (stays, open, until) =>
      `${stays} séjours, dont ${open} n’étaient pas terminés à la fin de l’observation, le ${until}.`,
    median: (group, days) =>
      `${group} : la moitié des séjours sont terminés au bout de ${days} jours.`,
    medianNotReached: (group) =>
      `${group} : plus de la moitié des séjours durent plus longtemps qu’ils n’ont été observés.`,
    nothingShown:
      'Les chiffres de séjours ne sont montrés que par des publications, et aucune ne dit combien durent ceux-ci. Choisissez un autre pays ou une autre année, ou l’ensemble sans ventilation.',
    chart: (country) =>
      `Part des séjours de ${country} qui dure plus de tant de jours, avec son intervalle à 95 %. Le tableau ci-dessous donne les nombres.`,
    fewerInChart: (shown) =>
      `Le graphique montre les ${shown} groupes les plus nombreux, le tableau tous.`,
    daysAxis: 'jours depuis l’entrée',
    caption: (country, year) => `Séjours, ${country}, ${year} : part qui dure plus longtemps`,
    group: 'Groupe',
    stays: 'Séjours',
    longerThan: (days) => (days === 0 ? 'que le jour même' : `que ${days} jours`),
    stillThere: (count) => `${count} encore là`,
    interval: (low, high) => `${low} à ${high}`,
    marks: {
      'not-followed': 'aucun séjour n’a été observé si longtemps',
      withheld: 'retenue : aucune publication ne montre de quoi elle se compose',
    },
    definition: 'Ce qui est mesuré',
    definitionText: [
      'Un séjour commence par une entrée dans le parcours d’une personne appariée et finit par la sortie suivante ; qui sort le jour de son entrée est resté 0 jour. Qui vient dix fois a dix séjours.',
      'La courbe est celle de Kaplan et Meier : à chaque nombre de jours, ceux qui partent sont comparés à ceux qui étaient encore là et encore observés. Les séjours coupés par la fin de l’observation quittent la comparaison sans compter comme terminés. L’intervalle est à 95 %, par la variance de Greenwood à l’échelle du logarithme de moins le logarithme.',
    ],
    limits: 'Ce que cela ne dit pas',
    limitsOf: {
      daily: [
        'Les séjours des résidents qui rentrent chez eux en sont aussi : ventilez par nationale ou étrangère avant d’y lire combien restent les visiteurs.',
        'Une sortie que personne n’a enregistrée allonge le séjour, ou est insérée à mi-chemin.',
        'Les séjours commencés près de la fin de l’observation sont suivis peu de temps : l’extrémité d’une courbe repose sur peu d’entre eux.',
      ],
      classes: [
        'Une courbe qui a une marche à chaque départ dit de chaque personne quand elle est partie. Seules les fins de classes sont dites ici, faites uniquement des chiffres que montrent les publications.',
        'Les séjours des résidents qui rentrent chez eux en sont aussi. Une sortie que personne n’a enregistrée allonge le séjour.',
        'Seules disent d’une classe les années dont tous les séjours ont été suivis au-delà.',
      ],
    },
    imputed: (share) =>
      `Séjours à côté d’un franchissement que personne n’a enregistré, inséré à mi-chemin : ${share}.`,
    known: 'Comment le sait-on ?',
    knownText:
      'Les enregistrements des postes frontière sont appariés à des personnes, leurs franchissements ordonnés et réparés, et les séjours en sont comptés. La méthode et ses exemples publiés sont dans le manuel ; le tableau des séjours a les mêmes chiffres par durée.',
    method: 'Échantillons, séjours, comptes et indicateurs',
    download: 'Télécharger en CSV',
  },
  backTest: {
    title: 'Peut-on se fier aux chiffres provisoires ?',
    lead: 'Les éditions passées telles que faites, ou refaites avec ce qu’on savait alors, à côté de ce que les chiffres sont devenus.',
    empty:
      'Aucune édition passée à comparer pour l’instant : elles se font dès que les parcours sont appariés et les cubes calculés.',
    withheld: (countries) =>
      `Il y a aussi des diffusions passées de ${countries}\u00a0: leurs chiffres exacts ne sont lus que par les comptes de ce pays.`,
    finding: (coverage, figures, country) =>
      `Les intervalles à 95\u202f% contenaient le chiffre définitif dans ${coverage} des cas (${country}, ${figures} chiffres)`,
    explained: (coverage80, revision, absolute) =>
      `Ceux à 80\u202f% le contenaient dans ${coverage80} des cas. En moyenne le chiffre a été révisé de ${revision} migrations, de ${absolute} sans égard au signe.`,
    chart:
      'Part des chiffres dont l’intervalle contenait le définitif, par édition : ronds pour l’intervalle à 95\u202f%, carrés pour celui à 80\u202f% ; les lignes disent ce qui était promis. Le tableau ci-dessous a les nombres.',
    line: (share) => `attendu : ${share}`,
    release: 'Édition',
    columns: [
      'Chiffres vérifiés',
      'Révision moyenne',
      'Révision absolue moyenne',
      'Dans l’intervalle à 80\u202f%',
      'Dans l’intervalle à 95\u202f%',
    ],
    all: 'Toutes les éditions',
    note: 'Sont vérifiés les chiffres qui comptaient dix franchissements indécis ou plus. Les révisions sont en migrations : définitif moins estimé.',
  },
}
