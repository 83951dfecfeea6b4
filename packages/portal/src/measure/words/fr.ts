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
    caption: (year) => `Indicateurs par pays en ${year}`,
    summary: (available, partial, missing, year) =>
      `En ${year}, ${available} sont disponibles, ${partial} partiels et ${missing} manquants.`,
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
    },
    coverage: (origin, originShare, destination, destinationShare) =>
      `Jours avec enregistrements : ${origin} ${originShare}, ${destination} ${destinationShare}.`,
    legend: '« : » pas de chiffre. Les raisons sont possibles, non établies.',
  },
  backTest: {
    title: 'Peut-on se fier aux chiffres provisoires ?',
    lead: 'Les éditions passées telles que faites, ou refaites avec ce qu’on savait alors, à côté de ce que les chiffres sont devenus.',
    empty:
      'Aucune édition passée à comparer pour l’instant : elles se font dès que les parcours sont appariés et les cubes calculés.',
    finding: (coverage, figures, country) =>
      `Les intervalles à 95 % contenaient le chiffre définitif dans ${coverage} des cas (${country}, ${figures} chiffres)`,
    explained: (coverage80, revision, absolute) =>
      `Ceux à 80 % le contenaient dans ${coverage80} des cas. En moyenne le chiffre a été révisé de ${revision} migrations, de ${absolute} sans égard au signe.`,
    chart:
      'Part des chiffres dont l’intervalle contenait le définitif, par édition : ronds pour l’intervalle à 95 %, carrés pour celui à 80 % ; les lignes disent ce qui était promis. Le tableau ci-dessous a les nombres.',
    line: (share) => `attendu : ${share}`,
    release: 'Édition',
    columns: [
      'Chiffres vérifiés',
      'Révision moyenne',
      'Révision absolue moyenne',
      'Dans l’intervalle à 80 %',
      'Dans l’intervalle à 95 %',
    ],
    all: 'Toutes les éditions',
    note: 'Sont vérifiés les chiffres qui comptaient dix franchissements indécis ou plus. Les révisions sont en migrations : définitif moins estimé.',
  },
}
