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
  backTest: {
    title: 'Peut-on se fier aux chiffres provisoires ?',
    lead: 'Les éditions passées telles que faites, ou refaites avec ce qu’on savait alors, à côté de ce que les chiffres sont devenus.',
    empty:
      'Aucune édition passée à comparer pour l’instant : elles se font dès que les parcours sont appariés et les cubes calculés.',
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
