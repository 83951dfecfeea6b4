import type { Language } from '@caudal/methods/vocabulary'

interface Counts {
  readonly refuse: number
  readonly add: number
  readonly end: number
  readonly same: number
}

/** What the page says on which a file of codes is brought. */
export interface CodeFileWording {
  readonly title: string
  readonly lead: string
  readonly columns: string
  readonly columnNames: string
  readonly file: string
  readonly fileHint: string
  readonly because: string
  readonly becauseHint: string
  readonly read: string
  readonly keep: string
  readonly found: (counts: Counts) => string
  readonly refusedLead: string
  readonly nothingNew: string
  readonly soundLead: string
  readonly headings: Readonly<Record<'refuse' | 'add' | 'end', string>>
  readonly shownOf: (shown: number, all: number) => string
  readonly row: string
  readonly why: string
  readonly taken: (added: number, ended: number, same: number) => string
}

const columnNames =
  'list, code, es, en, fr, parent, counts_as, aliases, valid_from, valid_to, because'

export const codeFileWords: Readonly<Record<Language, CodeFileWording>> = {
  es: {
    title: 'Traer un archivo de códigos',
    lead: 'Un CSV con un código por línea. Primero verá qué se añadiría, qué terminaría y qué se rechaza; nada cambia hasta que lo confirme, y entonces entra todo o nada. Un código propio que vuelve con su último día termina ese día.',
    columns: 'Columnas:',
    columnNames,
    file: 'Archivo CSV',
    fileHint:
      'En UTF-8, con la primera línea de encabezado y hasta 5000 códigos. El que se descarga de la página de listas sirve de modelo.',
    because: 'Motivo (opcional)',
    becauseHint: 'Para las líneas que no traen el suyo en la columna because.',
    read: 'Ver qué cambiaría',
    keep: 'Confirmar y guardar',
    found: ({ refuse, add, end, same }) =>
      `Se añadirían: ${add}. Terminarían: ${end}. Ya están así: ${same}. Rechazados: ${refuse}.`,
    refusedLead: 'Corrija en el archivo las líneas rechazadas y vuelva a elegirlo.',
    nothingNew: 'No hay nada que guardar.',
    soundLead: 'Revise las líneas y confirme.',
    headings: { refuse: 'Se rechazan', add: 'Se añadirían', end: 'Terminarían' },
    shownOf: (shown, all) => `Se muestran ${shown} de ${all}.`,
    row: 'Registro',
    why: 'Por qué',
    taken: (added, ended, same) =>
      `Hecho. Códigos añadidos: ${added}; terminados: ${ended}; que ya estaban así: ${same}.`,
  },
  en: {
    title: 'Bring a file of codes',
    lead: 'A CSV with one code per line. First you see what would be added, what would end and what is refused; nothing changes until you confirm it, and then all of it goes in or nothing. An own code that comes again with its last day ends on that day.',
    columns: 'Columns:',
    columnNames,
    file: 'CSV file',
    fileHint:
      'In UTF-8, with a header line first and up to 5000 codes. The one that the page of lists gives for download is a model.',
    because: 'Reason (optional)',
    becauseHint: 'For lines that bring none of their own in the column because.',
    read: 'See what would change',
    keep: 'Confirm and keep',
    found: ({ refuse, add, end, same }) =>
      `Would be added: ${add}. Would end: ${end}. There already: ${same}. Refused: ${refuse}.`,
    refusedLead: 'Correct the refused lines in the file and choose it again.',
    nothingNew: 'There is nothing to keep.',
    soundLead: 'Look through the lines and confirm.',
    headings: { refuse: 'Refused', add: 'Would be added', end: 'Would end' },
    shownOf: (shown, all) => `${shown} of ${all} are shown.`,
    row: 'Record',
    why: 'Why',
    taken: (added, ended, same) =>
      `Done. Codes added: ${added}; ended: ${ended}; there already as they are: ${same}.`,
  },
  fr: {
    title: 'Apporter un fichier de codes',
    lead: 'Un CSV avec un code par ligne. Vous voyez d’abord ce qui serait ajouté, ce qui prendrait fin et ce qui est refusé ; rien ne change avant votre confirmation, et alors tout entre ou rien. Un code propre qui revient avec son dernier jour prend fin ce jour-là.',
    columns: 'Colonnes :',
    columnNames,
    file: 'Fichier CSV',
    fileHint:
      'En UTF-8, avec une ligne d’en-tête et 5000 codes au plus. Celui que la page des listes permet de télécharger sert de modèle.',
    because: 'Motif (facultatif)',
    becauseHint: 'Pour les lignes qui n’en portent pas dans la colonne because.',
    read: 'Voir ce qui changerait',
    keep: 'Confirmer et enregistrer',
    found: ({ refuse, add, end, same }) =>
      `Seraient ajoutés : ${add}. Prendraient fin : ${end}. Déjà ainsi : ${same}. Refusés : ${refuse}.`,
    refusedLead: 'Corrigez dans le fichier les lignes refusées et choisissez-le de nouveau.',
    nothingNew: 'Il n’y a rien à enregistrer.',
    soundLead: 'Relisez les lignes et confirmez.',
    headings: { refuse: 'Refusés', add: 'Seraient ajoutés', end: 'Prendraient fin' },
    shownOf: (shown, all) => `${shown} sur ${all} sont affichés.`,
    row: 'Enreg.',
    why: 'Pourquoi',
    taken: (added, ended, same) =>
      `C’est fait. Codes ajoutés : ${added} ; terminés : ${ended} ; déjà inscrits tels quels : ${same}.`,
  },
}
