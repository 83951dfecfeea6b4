import type { Language } from '@caudal/methods/vocabulary'

/** What `caudal batches report`, `compare` and `withdraw` say. */
export interface InstitutionWords {
  readonly report: string
  readonly reportBatch: string
  readonly reportOut: string
  readonly reportWritten: (file: string) => string
  readonly compare: string
  readonly compareBefore: string
  readonly compareAfter: string
  readonly compareBy: string
  readonly compareFormat: string
  readonly compared: (changed: string, cells: string, before: string, after: string) => string
  readonly same: string
  readonly moved: (fields: string) => string
  readonly headings: readonly [before: string, after: string, change: string]
  readonly month: string
  readonly withdraw: string
  readonly withdrawBecause: string
  readonly withdrawYes: string
  readonly withdrawSure: (batch: number) => string
  readonly withdrawn: (batch: number) => string
}

export const institutionWords: Readonly<Record<Language, InstitutionWords>> = {
  es: {
    report: 'Escribe el informe de un lote para la institución que lo envió',
    reportBatch: 'Número del lote',
    reportOut: 'Archivo que se escribe: .html o .xlsx; sin él, la página va a la salida normal',
    reportWritten: (file) => `Informe escrito en ${file}.`,
    compare: 'Compara dos lotes, celda por celda: una corrección con lo que corrige',
    compareBefore: 'Lote anterior',
    compareAfter: 'Lote nuevo',
    compareBy: 'Campos por los que se desglosa, separados por comas',
    compareFormat: 'table, csv o json',
    compared: (changed, cells, before, after) =>
      `Cambian ${changed} de ${cells} celdas; el total pasa de ${before} a ${after}.`,
    same: 'Los dos lotes dan las mismas cifras.',
    moved: (fields) => `Pasan de un valor a otro, como mínimo: ${fields}. Se ven con --by.`,
    headings: ['antes', 'después', 'cambio'],
    month: 'mes',
    withdraw: 'Retira un lote: deja de contar en toda cifra nueva',
    withdrawBecause: 'Por qué se retira; queda anotado con el lote',
    withdrawYes: 'Retirar sin más preguntas',
    withdrawSure: (batch) =>
      `El lote ${batch} dejaría de contar en toda cifra nueva. Repita la orden con --yes.`,
    withdrawn: (batch) =>
      `Lote ${batch} retirado. Sus archivos quedan, para recalcular lo ya publicado. Ejecute: caudal cubes`,
  },
  en: {
    report: 'Writes the report on a batch for the institution that sent it',
    reportBatch: 'Number of the batch',
    reportOut: 'File to write: .html or .xlsx; without it the page goes to standard output',
    reportWritten: (file) => `Report written to ${file}.`,
    compare: 'Compares two batches cell by cell: a correction with what it corrects',
    compareBefore: 'Earlier batch',
    compareAfter: 'New batch',
    compareBy: 'Fields to break down by, parted by commas',
    compareFormat: 'table, csv or json',
    compared: (changed, cells, before, after) =>
      `${changed} of ${cells} cells change; the total goes from ${before} to ${after}.`,
    moved: (fields) =>
      `Move from one value to another, at the least: ${fields}. See them with --by.`,
    same: 'Both batches give the same figures.',
    headings: ['before', 'after', 'change'],
    month: 'month',
    withdraw: 'Withdraws a batch: it counts in no later figure',
    withdrawBecause: 'Why it is withdrawn; kept with the batch',
    withdrawYes: 'Withdraw without asking',
    withdrawSure: (batch) =>
      `Batch ${batch} would count in no later figure. Give the command again with --yes.`,
    withdrawn: (batch) =>
      `Batch ${batch} is withdrawn. Its files stay, so that published figures can be recomputed. Run: caudal cubes`,
  },
  fr: {
    report: 'Écrit le rapport d’un lot pour l’institution qui l’a envoyé',
    reportBatch: 'Numéro du lot',
    reportOut: 'Fichier à écrire : .html ou .xlsx ; sans lui, la page va à la sortie standard',
    reportWritten: (file) => `Rapport écrit dans ${file}.`,
    compare: 'Compare deux lots, cellule par cellule : une correction avec ce qu’elle corrige',
    compareBefore: 'Lot antérieur',
    compareAfter: 'Nouveau lot',
    compareBy: 'Champs de ventilation, séparés par des virgules',
    compareFormat: 'table, csv ou json',
    compared: (changed, cells, before, after) =>
      `${changed} cellules sur ${cells} changent ; le total passe de ${before} à ${after}.`,
    moved: (fields) =>
      `Passent d’une valeur à une autre, au moins : ${fields}. On les voit avec --by.`,
    same: 'Les deux lots donnent les mêmes chiffres.',
    headings: ['avant', 'après', 'écart'],
    month: 'mois',
    withdraw: 'Retire un lot : il ne compte plus dans aucun nouveau chiffre',
    withdrawBecause: 'Pourquoi il est retiré ; la raison reste avec le lot',
    withdrawYes: 'Retirer sans autre question',
    withdrawSure: (batch) =>
      `Le lot ${batch} ne compterait plus dans aucun nouveau chiffre. Répétez la commande avec --yes.`,
    withdrawn: (batch) =>
      `Lot ${batch} retiré. Ses fichiers restent, pour recalculer ce qui est publié. Exécutez : caudal cubes`,
  },
}
