import type { Language } from '@caudal/methods/vocabulary'

interface ComparisonWords {
  readonly estimates: string
  readonly estimating: string
  readonly estimated: (countries: number) => string
  readonly release: (country: string, release: string, figures: number) => string
  readonly releaseKept: (country: string, release: string) => string
  readonly noJourneys: string
  readonly backTest: string
  readonly noBackTest: string
  readonly gaps: string
  readonly year: string
  readonly noGaps: string
  readonly gapsFound: (cells: number, available: number) => string
  readonly mirror: string
  readonly origin: string
  readonly destination: string
  readonly flow: string
  readonly by: string
  readonly period: string
  readonly mirrored: (rows: number) => string
}

export const comparisonWords: Readonly<Record<Language, ComparisonWords>> = {
  es: {
    estimates: 'Hace una edición de estimaciones provisionales con las trayectorias del nodo',
    estimating: 'Estimar',
    estimated: (countries) =>
      countries === 0 ? 'nada que estimar' : `${countries} países estimados`,
    release: (country, release, figures) =>
      `${country}, edición del ${release}: ${figures} cifras.`,
    releaseKept: (country, release) => `${country}: la edición del ${release} ya está hecha.`,
    noJourneys:
      'El nodo no tiene trayectorias: enlace primero los registros con «caudal link run».',
    backTest: 'Compara las cifras provisionales de ediciones pasadas con lo que llegaron a ser',
    noBackTest: 'No hay ediciones pasadas que comparar: ejecute antes «caudal measure estimates».',
    gaps: 'Dice qué indicadores tiene el nodo por país, año y desglose, y qué falta en los demás',
    year: 'solo ese año',
    noGaps: 'El nodo no tiene con qué calcular indicadores: traiga datos y ejecute «caudal cubes».',
    gapsFound: (cells, available) => `${available} de ${cells} celdas del mapa están disponibles.`,
    mirror: 'Compara las salidas de un país hacia otro con las entradas que el otro cuenta',
    origin: 'país de salida, en tres letras',
    destination: 'país de entrada, en tres letras',
    flow: 'qué se compara: todos los cruces, o las migraciones',
    by: 'desglose, además del período',
    period: 'mes o año',
    mirrored: (rows) => `${rows} pares de cifras; nunca se promedian.`,
  },
  en: {
    estimates: 'Make a release of provisional estimates from the journeys of the node',
    estimating: 'Estimate',
    estimated: (countries) =>
      countries === 0 ? 'nothing to estimate' : `${countries} countries estimated`,
    release: (country, release, figures) =>
      `${country}, release of ${release}: ${figures} figures.`,
    releaseKept: (country, release) => `${country}: the release of ${release} is made already.`,
    noJourneys: 'The node has no journeys: link its records first with “caudal link run”.',
    backTest: 'Compare the provisional figures of past releases with what they became',
    noBackTest: 'There are no past releases to compare: run “caudal measure estimates” first.',
    gaps: 'Tell which indicators the node has by country, year and breakdown, and what the others lack',
    year: 'only that year',
    noGaps:
      'The node has nothing to compute indicators from: bring data in and run “caudal cubes”.',
    gapsFound: (cells, available) => `${available} of ${cells} cells of the map are available.`,
    mirror:
      'Compare the departures of one country to another with the arrivals that the other counts',
    origin: 'country that is left, in three letters',
    destination: 'country that is entered, in three letters',
    flow: 'what is compared: every crossing, or migrations',
    by: 'breakdown, besides the period',
    period: 'month or year',
    mirrored: (rows) => `${rows} pairs of figures; they are never averaged.`,
  },
  fr: {
    estimates: 'Fait une édition d’estimations provisoires avec les parcours du nœud',
    estimating: 'Estimer',
    estimated: (countries) => (countries === 0 ? 'rien à estimer' : `${countries} pays estimés`),
    release: (country, release, figures) =>
      `${country}, édition du ${release} : ${figures} chiffres.`,
    releaseKept: (country, release) => `${country} : l’édition du ${release} est déjà faite.`,
    noJourneys:
      'Le nœud n’a pas de parcours : appariez d’abord ses enregistrements avec « caudal link run ».',
    backTest: 'Compare les chiffres provisoires d’éditions passées à ce qu’ils sont devenus',
    noBackTest: 'Aucune édition passée à comparer : exécutez d’abord « caudal measure estimates ».',
    gaps: 'Dit quels indicateurs le nœud possède par pays, année et ventilation, et ce qui manque aux autres',
    year: 'seulement cette année',
    noGaps:
      'Le nœud n’a pas de quoi calculer des indicateurs : apportez des données et exécutez « caudal cubes ».',
    gapsFound: (cells, available) =>
      `${available} des ${cells} cases de la carte sont disponibles.`,
    mirror: 'Compare les sorties d’un pays vers un autre aux entrées que l’autre compte',
    origin: 'pays de sortie, en trois lettres',
    destination: 'pays d’entrée, en trois lettres',
    flow: 'ce qui est comparé : tous les franchissements, ou les migrations',
    by: 'ventilation, outre la période',
    period: 'mois ou année',
    mirrored: (rows) => `${rows} paires de chiffres ; on n’en fait jamais la moyenne.`,
  },
}
