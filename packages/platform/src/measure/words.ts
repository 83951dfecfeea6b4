import type { Language } from '@caudal/methods/vocabulary'
import type { CubeBuildOutcome, CubeState } from './service.ts'

interface MeasureWords {
  readonly cubes: string
  readonly cubesArgument: string
  readonly rebuild: string
  readonly format: string
  readonly building: string
  readonly built: (cubes: number) => string
  readonly headings: readonly [
    cube: string,
    title: string,
    state: string,
    records: string,
    cells: string,
    snapshot: string,
    updatedOn: string,
  ]
  readonly states: Readonly<Record<CubeState['state'], string>>
  readonly synthetic: string
  readonly emptyAdvice: string
  readonly outcomes: Readonly<Record<CubeBuildOutcome['outcome'], string>>
}

/** The words of `caudal cubes`. */
export const measureWords: Readonly<Record<Language, MeasureWords>> = {
  es: {
    cubes: 'Construye los cubos que hagan falta y los enumera',
    cubesArgument: 'Solo estos cubos (todos si no se nombra ninguno)',
    rebuild: 'Construye también los que están al día',
    format: 'Cómo se escribe la lista: table, csv o json',
    building: 'Construir cubos',
    built: (cubes) => (cubes === 0 ? 'nada que construir' : `${cubes} construidos`),
    headings: ['Cubo', 'Título', 'Estado', 'Registros', 'Celdas', 'Instantánea', 'Recibido hasta'],
    states: { empty: 'vacío', 'not-built': 'sin construir', built: 'al día', stale: 'atrasado' },
    synthetic: 'SYNTHETIC',
    emptyAdvice:
      'Los cubos vacíos esperan un archivo: «caudal import ARCHIVO --profile PERFIL» y luego «caudal cubes».',
    outcomes: {
      built: 'construido',
      extended: 'ampliado',
      retold: 'enlazado de nuevo',
      'up-to-date': 'al día',
      empty: 'vacío',
    },
  },
  en: {
    cubes: 'Build the cubes that need it, and list them',
    cubesArgument: 'Only these cubes (all where none is named)',
    rebuild: 'Build also those that are up to date',
    format: 'How the list is written: table, csv or json',
    building: 'Build cubes',
    built: (cubes) => (cubes === 0 ? 'nothing to build' : `${cubes} built`),
    headings: ['Cube', 'Title', 'State', 'Records', 'Cells', 'Snapshot', 'Received up to'],
    states: { empty: 'empty', 'not-built': 'not built', built: 'up to date', stale: 'behind' },
    synthetic: 'SYNTHETIC',
    emptyAdvice:
      'Empty cubes wait for a file: “caudal import FILE --profile PROFILE”, then “caudal cubes”.',
    outcomes: {
      built: 'built',
      extended: 'extended',
      retold: 'linked anew',
      'up-to-date': 'up to date',
      empty: 'empty',
    },
  },
  fr: {
    cubes: 'Construit les cubes qui en ont besoin et en donne la liste',
    cubesArgument: 'Seulement ces cubes (tous si aucun n’est nommé)',
    rebuild: 'Construit aussi ceux qui sont à jour',
    format: 'Forme de la liste : table, csv ou json',
    building: 'Construire les cubes',
    built: (cubes) => (cubes === 0 ? 'rien à construire' : `${cubes} construits`),
    headings: [
      'Cube',
      'Titre',
      'État',
      'Enregistrements',
      'Cellules',
      'Instantané',
      'Reçu jusqu’au',
    ],
    states: { empty: 'vide', 'not-built': 'non construit', built: 'à jour', stale: 'en retard' },
    synthetic: 'SYNTHETIC',
    emptyAdvice:
      'Les cubes vides attendent un fichier : « caudal import FICHIER --profile PROFIL », puis « caudal cubes ».',
    outcomes: {
      built: 'construit',
      extended: 'étendu',
      retold: 'apparié de nouveau',
      'up-to-date': 'à jour',
      empty: 'vide',
    },
  },
}
