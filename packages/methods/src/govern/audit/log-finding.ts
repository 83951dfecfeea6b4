import type { Text } from '../../vocabulary/index.ts'

/** What is wrong with a log, by kind. `{first}` and `{last}` are places of entries, from 0. */
export const logFindings = {
  'entry-altered': {
    es: 'La entrada {first} no es la que se escribió.',
    en: 'Entry {first} is not what was written.',
    fr: 'L’entrée {first} n’est pas celle qui a été écrite.',
  },
  'entries-altered': {
    es: 'Entre las entradas {first} y {last} hay alguna que no es la que se escribió.',
    en: 'Among the entries {first} to {last} is one that is not what was written.',
    fr: 'Parmi les entrées {first} à {last}, l’une n’est pas celle qui a été écrite.',
  },
  'entries-missing': {
    es: 'Faltan las entradas {first} a {last}.',
    en: 'The entries {first} to {last} are missing.',
    fr: 'Les entrées {first} à {last} manquent.',
  },
  'entries-added': {
    es: 'Las entradas {first} a {last} no estaban: se añadieron o se repitieron.',
    en: 'The entries {first} to {last} were not there: they were added or repeated.',
    fr: 'Les entrées {first} à {last} n’y étaient pas : elles ont été ajoutées ou répétées.',
  },
  'signature-bad': {
    es: 'La firma sobre las entradas {first} a {last} no es de este registro, o lo firmado se cambió.',
    en: 'The signature over the entries {first} to {last} is not of this log, or what it signs was changed.',
    fr: 'La signature des entrées {first} à {last} n’est pas de ce journal, ou ce qu’elle signe a été changé.',
  },
  'root-differs': {
    es: 'El resumen firmado tras la entrada {last} no es el de las entradas anteriores.',
    en: 'The digest signed after entry {last} is not that of the entries before it.',
    fr: 'Le condensé signé après l’entrée {last} n’est pas celui des entrées précédentes.',
  },
  'checkpoint-differs': {
    es: 'Un estado conocido de antes (hasta la entrada {last}) no es el de este registro: hay dos versiones de él.',
    en: 'A state known from before (up to entry {last}) is not that of this log: there are two versions of it.',
    fr: 'Un état connu auparavant (jusqu’à l’entrée {last}) n’est pas celui de ce journal : il en existe deux versions.',
  },
  'checkpoint-ahead': {
    es: 'Un estado conocido de antes llega hasta la entrada {last}; aquí faltan desde la {first}.',
    en: 'A state known from before goes up to entry {last}; here those from {first} on are missing.',
    fr: 'Un état connu auparavant va jusqu’à l’entrée {last} ; ici manquent celles à partir de {first}.',
  },
} as const satisfies Readonly<Record<string, Text>>

export type LogFindingKind = keyof typeof logFindings

/** One thing that is wrong; `first` and `last` are places of entries, both included. */
export interface LogFinding {
  readonly kind: LogFindingKind
  readonly first: number
  readonly last: number
}
