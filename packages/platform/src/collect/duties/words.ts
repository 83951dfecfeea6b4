import type { DutyPeriod, DutyState } from '@caudal/methods/collect'
import type { Language } from '@caudal/methods/vocabulary'

/** What `caudal batches calendar` says. */
export interface DutyWords {
  readonly calendar: string
  readonly none: string
  readonly format: string
  readonly headings: readonly string[]
  readonly states: Readonly<Record<DutyState, string>>
  readonly every: Readonly<Record<DutyPeriod, string>>
  readonly add: string
  readonly dataset: string
  readonly institution: string
  readonly howOften: string
  readonly within: string
  readonly from: string
  readonly added: (duty: number) => string
  readonly end: string
  readonly duty: string
  readonly until: string
  readonly ended: (duty: number) => string
}

export const dutyWords: Readonly<Record<Language, DutyWords>> = {
  es: {
    calendar: 'Quién debe qué archivo por qué período, y qué llegó a tiempo, tarde o nunca',
    none: 'Nadie debe ningún archivo todavía. Anótelo con: caudal batches calendar add',
    format: 'table, csv o json',
    headings: [
      'obligación',
      'institución',
      'conjunto de datos',
      'período',
      'vence',
      'situación',
      'recibido',
      'días de atraso',
    ],
    states: { 'on-time': 'a tiempo', late: 'tarde', missing: 'falta', expected: 'se espera' },
    every: {
      month: 'cada mes',
      quarter: 'cada trimestre',
      half: 'cada semestre',
      year: 'cada año',
    },
    add: 'Anota que una institución debe los archivos de un conjunto de datos',
    dataset: 'Conjunto de datos, por su identificador',
    institution: 'Institución que los debe',
    howOften: 'Con qué frecuencia',
    within: 'Días de plazo tras el fin de cada período',
    from: 'Primer día del primer período que se debe, AAAA-MM-DD',
    added: (duty) => `Obligación ${duty} anotada.`,
    end: 'Termina una obligación',
    duty: 'Número de la obligación',
    until: 'Último día en que rige, AAAA-MM-DD',
    ended: (duty) => `Obligación ${duty} terminada.`,
  },
  en: {
    calendar: 'Who owes which file for which period, and what came on time, late or never',
    none: 'Nobody owes any file yet. Enter it with: caudal batches calendar add',
    format: 'table, csv or json',
    headings: [
      'duty',
      'institution',
      'dataset',
      'period',
      'due',
      'standing',
      'received',
      'days late',
    ],
    states: { 'on-time': 'on time', late: 'late', missing: 'missing', expected: 'expected' },
    every: {
      month: 'every month',
      quarter: 'every quarter',
      half: 'every half-year',
      year: 'every year',
    },
    add: 'Enters that an institution owes the files of a dataset',
    dataset: 'Dataset, by its identifier',
    institution: 'Institution that owes them',
    howOften: 'How often',
    within: 'Days allowed after the end of each period',
    from: 'First day of the first period that is owed, YYYY-MM-DD',
    added: (duty) => `Duty ${duty} is entered.`,
    end: 'Ends a duty',
    duty: 'Number of the duty',
    until: 'Last day on which it stands, YYYY-MM-DD',
    ended: (duty) => `Duty ${duty} has ended.`,
  },
  fr: {
    calendar:
      'Qui doit quel fichier pour quelle période, et ce qui est arrivé à temps, tard ou jamais',
    none: 'Personne ne doit encore de fichier. Inscrivez-le avec : caudal batches calendar add',
    format: 'table, csv ou json',
    headings: [
      'obligation',
      'institution',
      'jeu de données',
      'période',
      'échéance',
      'situation',
      'reçu',
      'jours de retard',
    ],
    states: { 'on-time': 'à temps', late: 'en retard', missing: 'manque', expected: 'attendu' },
    every: {
      month: 'chaque mois',
      quarter: 'chaque trimestre',
      half: 'chaque semestre',
      year: 'chaque année',
    },
    add: 'Inscrit qu’une institution doit les fichiers d’un jeu de données',
    dataset: 'Jeu de données, par son identifiant',
    institution: 'Institution qui les doit',
    howOften: 'À quelle fréquence',
    within: 'Jours de délai après la fin de chaque période',
    from: 'Premier jour de la première période due, AAAA-MM-JJ',
    added: (duty) => `Obligation ${duty} inscrite.`,
    end: 'Met fin à une obligation',
    duty: 'Numéro de l’obligation',
    until: 'Dernier jour où elle vaut, AAAA-MM-JJ',
    ended: (duty) => `Obligation ${duty} terminée.`,
  },
}
