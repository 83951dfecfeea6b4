import type { Language } from '@caudal/methods/vocabulary'
import type { ProvisionalReport } from './service.ts'

interface ProvisionalWords {
  readonly description: string
  readonly crossings: string
  readonly observedUntil: string
  readonly release: string
  readonly observedFrom: string
  readonly threshold: string
  readonly window: string
  readonly duplicateMinutes: string
  readonly group: string
  readonly trait: string
  readonly columns: string
  readonly report: (report: ProvisionalReport) => string
}

const number = (language: Language, digits = 1) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits })
const share = (language: Language, value: number) =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value)

export const provisionalWords: Readonly<Record<Language, ProvisionalWords>> = {
  es: {
    description: 'Estima las migraciones de los meses que aún no son definitivos, con su intervalo',
    crossings: 'CSV con person_id, crossed_at, direction y las columnas que se nombren',
    observedUntil: 'primer día que ya no se observa, AAAA-MM-DD',
    release: 'otra fecha de edición, AAAA-MM-DD; se puede repetir',
    observedFrom: 'primer día observado, AAAA-MM-DD',
    threshold: 'días en el nuevo lugar que hacen una migración (V)',
    window: 'días que se cuentan después de cada cruce (W)',
    duplicateMinutes: 'cruces iguales separados por estos minutos o menos son uno',
    group: 'columna por la que se publica',
    trait: 'columna con la que se comparan los cruces, la más gruesa primero; se puede repetir',
    columns: `Escribe un CSV en la salida normal: por edición, mes, sentido y grupo, los cruces, las migraciones
ya decididas, los cruces por decidir, la estimación, su error típico, los intervalos del 80 y el 95 %
y si la cifra es provisional o definitiva.`,
    report: ({ figures, dispersion, backTest }) =>
      `Cifras: ${number('es').format(figures)}; dispersión ${number('es', 2).format(dispersion)}. ` +
      (backTest.coverage95 === null || backTest.coverage80 === null
        ? 'La serie es demasiado corta para repetir ediciones pasadas.'
        : `Ediciones pasadas repetidas: ${number('es').format(backTest.figures)} cifras, revisión media ${number('es', 2).format(backTest.meanRevision)}, cobertura ${share('es', backTest.coverage80)} (80 %) y ${share('es', backTest.coverage95)} (95 %).`),
  },
  en: {
    description: 'Estimate the migrations of months that are not final yet, with their intervals',
    crossings: 'CSV with person_id, crossed_at, direction and the columns that are named',
    observedUntil: 'first day that is no longer observed, YYYY-MM-DD',
    release: 'another day of release, YYYY-MM-DD; may be repeated',
    observedFrom: 'first day observed, YYYY-MM-DD',
    threshold: 'days in the new place that make a migration (V)',
    window: 'days counted after each crossing (W)',
    duplicateMinutes: 'equal crossings this many minutes apart or less are one',
    group: 'column that figures are published by',
    trait: 'column that crossings are compared by, the coarsest first; may be repeated',
    columns: `Writes a CSV to standard output: by release, month, direction and group, the crossings, the
migrations decided, the crossings undecided, the estimate, its standard error, the 80 and 95 %
intervals and whether the figure is provisional or final.`,
    report: ({ figures, dispersion, backTest }) =>
      `Figures: ${number('en').format(figures)}; dispersion ${number('en', 2).format(dispersion)}. ` +
      (backTest.coverage95 === null || backTest.coverage80 === null
        ? 'The series is too short to make past releases again.'
        : `Past releases made again: ${number('en').format(backTest.figures)} figures, mean revision ${number('en', 2).format(backTest.meanRevision)}, coverage ${share('en', backTest.coverage80)} (80%) and ${share('en', backTest.coverage95)} (95%).`),
  },
  fr: {
    description:
      'Estime les migrations des mois qui ne sont pas encore définitifs, avec leur intervalle',
    crossings: 'CSV avec person_id, crossed_at, direction et les colonnes nommées',
    observedUntil: 'premier jour qui n’est plus observé, AAAA-MM-JJ',
    release: 'une autre date d’édition, AAAA-MM-JJ ; peut être répétée',
    observedFrom: 'premier jour observé, AAAA-MM-JJ',
    threshold: 'jours dans le nouveau lieu qui font une migration (V)',
    window: 'jours comptés après chaque franchissement (W)',
    duplicateMinutes: 'des franchissements égaux à ces minutes près n’en font qu’un',
    group: 'colonne selon laquelle on publie',
    trait:
      'colonne selon laquelle les franchissements se comparent, la plus large d’abord ; peut être répétée',
    columns: `Écrit un CSV sur la sortie standard : par édition, mois, sens et groupe, les franchissements, les
migrations décidées, les franchissements indécis, l’estimation, son erreur type, les intervalles à 80
et 95 % et si le chiffre est provisoire ou définitif.`,
    report: ({ figures, dispersion, backTest }) =>
      `Chiffres : ${number('fr').format(figures)} ; dispersion ${number('fr', 2).format(dispersion)}. ` +
      (backTest.coverage95 === null || backTest.coverage80 === null
        ? 'La série est trop courte pour refaire des éditions passées.'
        : `Éditions passées refaites : ${number('fr').format(backTest.figures)} chiffres, révision moyenne ${number('fr', 2).format(backTest.meanRevision)}, couverture ${share('fr', backTest.coverage80)} (80 %) et ${share('fr', backTest.coverage95)} (95 %).`),
  },
}
