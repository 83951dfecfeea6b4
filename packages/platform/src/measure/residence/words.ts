import type { Language } from '@caudal/methods/vocabulary'
import type { ResidenceFileReport } from './service.ts'

interface ResidenceWords {
  readonly description: string
  readonly crossings: string
  readonly observedUntil: string
  readonly observedFrom: string
  readonly threshold: string
  readonly window: string
  readonly initial: string
  readonly duplicateMinutes: string
  readonly columns: string
  readonly report: (report: ResidenceFileReport) => string
}

const number = (language: Language) => new Intl.NumberFormat(language)

export const residenceWords: Readonly<Record<Language, ResidenceWords>> = {
  es: {
    description: 'Decide qué cruces son migraciones, según la regla de residencia',
    crossings: 'CSV con person_id, crossed_at, direction (arrival o departure)',
    observedUntil: 'primer día que ya no se observa, AAAA-MM-DD',
    observedFrom: 'primer día observado, AAAA-MM-DD',
    threshold: 'días en el nuevo lugar que hacen una migración (V)',
    window: 'días que se cuentan después de cada cruce (W)',
    initial: 'CSV con person_id, state (1 residente, 0 no), as_of',
    duplicateMinutes: 'cruces iguales separados por estos minutos o menos son uno',
    columns: `Escribe un CSV en la salida normal, una línea por fila y en su orden: estado antes y después, si es
migración (1, 0 o vacío si aún no se sabe), el día en que cada respuesta fue segura, los días en el
país, si hubo que suponer un cruce vecino, y el problema de la fila si lo hay.`,
    report: ({ rows, migrations, undecided, problems }) => {
      const n = number('es')
      return `Cruces: ${n.format(rows)}. Migraciones: ${n.format(migrations)}; por decidir: ${n.format(undecided)}; con un problema: ${n.format(problems)}.`
    },
  },
  en: {
    description: 'Decide which crossings are migrations, by the residence rule',
    crossings: 'CSV with person_id, crossed_at, direction (arrival or departure)',
    observedUntil: 'first day that is no longer observed, YYYY-MM-DD',
    observedFrom: 'first day observed, YYYY-MM-DD',
    threshold: 'days in the new place that make a migration (V)',
    window: 'days counted after each crossing (W)',
    initial: 'CSV with person_id, state (1 resident, 0 not), as_of',
    duplicateMinutes: 'equal crossings this many minutes apart or less are one',
    columns: `Writes a CSV to standard output, one line a row and in its order: state before and after, whether it
is a migration (1, 0 or empty while undecided), the day each answer became certain, days in the
country, whether a neighbouring crossing had to be supposed, and the problem of the row if any.`,
    report: ({ rows, migrations, undecided, problems }) => {
      const n = number('en')
      return `Crossings: ${n.format(rows)}. Migrations: ${n.format(migrations)}; undecided: ${n.format(undecided)}; with a problem: ${n.format(problems)}.`
    },
  },
  fr: {
    description: 'Décide quels franchissements sont des migrations, selon la règle de résidence',
    crossings: 'CSV avec person_id, crossed_at, direction (arrival ou departure)',
    observedUntil: 'premier jour qui n’est plus observé, AAAA-MM-JJ',
    observedFrom: 'premier jour observé, AAAA-MM-JJ',
    threshold: 'jours dans le nouveau lieu qui font une migration (V)',
    window: 'jours comptés après chaque franchissement (W)',
    initial: 'CSV avec person_id, state (1 résident, 0 non), as_of',
    duplicateMinutes: 'des franchissements égaux à ces minutes près n’en font qu’un',
    columns: `Écrit un CSV sur la sortie standard, une ligne par rangée et dans son ordre : état avant et après, si c’est
une migration (1, 0 ou vide si c’est indécis), le jour où chaque réponse est devenue certaine, les jours
dans le pays, si un franchissement voisin a dû être supposé, et le problème de la rangée s’il y en a un.`,
    report: ({ rows, migrations, undecided, problems }) => {
      const n = number('fr')
      return `Franchissements : ${n.format(rows)}. Migrations : ${n.format(migrations)} ; indécis : ${n.format(undecided)} ; avec un problème : ${n.format(problems)}.`
    },
  },
}
