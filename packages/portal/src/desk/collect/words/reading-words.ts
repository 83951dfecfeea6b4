import type { Language, Text } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../../words/speaking.tsx'

/** A part of a profile: what it is called, and what is to be written there. */
interface PartWording {
  readonly label: string
  readonly hint?: string
}

/** What the pages say on how values are read, and on rows that are no records. */
export interface ReadingWording {
  readonly reading: (field: string) => string
  readonly moreOfFile: string
  readonly usual: string
  readonly several: string
  readonly template: string
  readonly templateText: string
  readonly templateHint: string
  readonly columnAt: (field: string, at: number) => string
  readonly another: string
  readonly takeAway: string
  readonly ignoreCase: string
  readonly severalDates: string
  readonly url: string
  readonly parts: Readonly<Record<string, PartWording>>
  readonly choices: Readonly<Record<string, string>>
  readonly leaveOut: {
    readonly title: string
    readonly lead: string
    readonly column: string
    readonly values: string
    readonly reason: Text
    readonly usualReason: Text
    readonly of: (part: string, at: number) => string
    readonly add: string
    readonly remove: (at: number) => string
  }
}

const usualReason: Text = {
  es: 'Fila de totales, no de registros',
  en: 'Row of totals, not of records',
  fr: 'Ligne de totaux, non d’enregistrements',
}

export const readingWords: Readonly<Record<Language, ReadingWording>> = {
  es: {
    reading: (field) => `Cómo se lee: ${field}`,
    moreOfFile: 'Más sobre cómo está escrito el archivo',
    usual: 'Como siempre',
    several: 'La primera de varias columnas que tenga valor',
    template: 'Varias columnas juntas',
    templateText: 'Cómo se juntan',
    templateHint: 'Cada columna entre llaves: {anio}-{mes}',
    columnAt: (field, at) => `Columna ${at} de ${field}`,
    another: 'Añadir una columna',
    takeAway: 'Quitar esta columna',
    ignoreCase: 'Sin distinguir mayúsculas',
    severalDates:
      'Si hay varios, sepárelos con |: se usa el primero que se pueda leer. excel: días contados como en una hoja de cálculo (45292).',
    url: 'Dirección en la web donde se publica',
    parts: {
      missing: {
        label: 'Textos que en este campo significan «sin respuesta»',
        hint: 'Separados con |',
      },
      extract: {
        label: 'Parte del texto que cuenta',
        hint: 'Expresión regular; se lee lo que está entre paréntesis: ^([A-Z]{3})',
      },
      pivotYear: {
        label: 'Último año que puede significar un año de dos cifras',
        hint: 'Con 2030, 30 es 2030 y 31 es 1931.',
      },
      periodOf: { label: 'Período en que cae la fecha' },
      codeList: {
        label: 'Otra lista de códigos',
        hint: 'Solo si esta fuente usa una lista propia, por su nombre en la plataforma.',
      },
      unmapped: { label: 'Qué se hace con un código desconocido' },
      times: { label: 'Multiplicar por', hint: '1000 si el archivo está en miles.' },
      decimal: { label: 'Signo decimal de este campo' },
      thousands: { label: 'Separador de miles' },
      quote: { label: 'Comillas que encierran un texto', hint: 'Un solo signo.' },
      skipAfterHeader: {
        label: 'Líneas tras los encabezados que no son datos',
        hint: 'Por ejemplo, unidades.',
      },
      hxlTags: {
        label: 'Una línea de etiquetas HXL bajo los encabezados no es un registro',
        hint: 'Solo se deja fuera donde está.',
      },
      headerFill: { label: 'Un encabezado vale también para las celdas vacías a su derecha' },
      lineLength: { label: 'Letras de cada línea', hint: 'Las líneas de otro largo se rechazan.' },
      archiveMember: {
        label: 'Archivo dentro del comprimido',
        hint: 'Solo si hay varios; * vale por cualquier texto: entradas-*.csv',
      },
      htmlEntities: { label: 'Los textos llevan signos escritos como en HTML (&amp;, &#039;)' },
    },
    choices: {
      year: 'Año',
      semester: 'Semestre',
      quarter: 'Trimestre',
      month: 'Mes',
      reject: 'Rechazar el registro',
      keep: 'Conservarlo como está',
      '.': 'Punto',
      ',': 'Coma',
      ' ': 'Espacio',
      "'": 'Apóstrofo',
    },
    leaveOut: {
      title: 'Filas que no son registros',
      lead: 'Totales o notas impresos entre los registros. No se cargan, pero se cuentan con su motivo.',
      column: 'Columna',
      values: 'Valores que las señalan, separados con |',
      reason: {
        es: 'Motivo, en español',
        en: 'Motivo, en inglés',
        fr: 'Motivo, en francés',
      },
      usualReason,
      of: (part, at) => `${part}, exclusión ${at}`,
      add: 'Excluir filas',
      remove: (at) => `Quitar la exclusión ${at}`,
    },
  },
  en: {
    reading: (field) => `How it is read: ${field}`,
    moreOfFile: 'More on how the file is written',
    usual: 'As usual',
    several: 'The first of several columns that is filled',
    template: 'Several columns put together',
    templateText: 'How they are put together',
    templateHint: 'Each column in braces: {year}-{month}',
    columnAt: (field, at) => `Column ${at} of ${field}`,
    another: 'Add a column',
    takeAway: 'Remove this column',
    ignoreCase: 'Capitals do not matter',
    severalDates:
      'Where there are several, part them by |: the first that can be read is used. excel: days as a spreadsheet counts them (45292).',
    url: 'Address on the web where it is published',
    parts: {
      missing: {
        label: 'Texts that mean “no answer” in this field',
        hint: 'Parted by |',
      },
      extract: {
        label: 'Part of the text that counts',
        hint: 'Regular expression; what stands in its brackets is read: ^([A-Z]{3})',
      },
      pivotYear: {
        label: 'Last year that a year of two digits may mean',
        hint: 'With 2030, 30 is 2030 and 31 is 1931.',
      },
      periodOf: { label: 'Period that the date lies in' },
      codeList: {
        label: 'Another code list',
        hint: 'Only if this source uses a list of its own, by its name in the platform.',
      },
      unmapped: { label: 'What becomes of an unknown code' },
      times: { label: 'Multiply by', hint: '1000 if the file is in thousands.' },
      decimal: { label: 'Decimal mark of this field' },
      thousands: { label: 'Mark between thousands' },
      quote: { label: 'Quotation mark around a text', hint: 'One sign.' },
      skipAfterHeader: {
        label: 'Lines after the headings that are not data',
        hint: 'Such as units.',
      },
      hxlTags: {
        label: 'A line of HXL tags below the headings is no record',
        hint: 'Left out only where it is there.',
      },
      headerFill: { label: 'A heading holds for the empty cells to its right too' },
      lineLength: { label: 'Letters of each line', hint: 'Lines of another length are rejected.' },
      archiveMember: {
        label: 'File within the archive',
        hint: 'Only if it holds several; * stands for any text: entries-*.csv',
      },
      htmlEntities: { label: 'Texts have signs written as in HTML (&amp;, &#039;)' },
    },
    choices: {
      year: 'Year',
      semester: 'Half-year',
      quarter: 'Quarter',
      month: 'Month',
      reject: 'Reject the record',
      keep: 'Keep it as it is',
      '.': 'Point',
      ',': 'Comma',
      ' ': 'Space',
      "'": 'Apostrophe',
    },
    leaveOut: {
      title: 'Rows that are no records',
      lead: 'Totals or notes printed among the records. They are not taken in, but counted with their reason.',
      column: 'Column',
      values: 'Values that mark them, parted by |',
      reason: {
        es: 'Reason, in Spanish',
        en: 'Reason, in English',
        fr: 'Reason, in French',
      },
      usualReason,
      of: (part, at) => `${part}, exclusion ${at}`,
      add: 'Leave rows out',
      remove: (at) => `Remove exclusion ${at}`,
    },
  },
  fr: {
    reading: (field) => `Comment il est lu : ${field}`,
    moreOfFile: 'Plus de détails sur l’écriture du fichier',
    usual: 'Comme d’habitude',
    several: 'La première de plusieurs colonnes qui soit remplie',
    template: 'Plusieurs colonnes réunies',
    templateText: 'Comment elles sont réunies',
    templateHint: 'Chaque colonne entre accolades : {annee}-{mois}',
    columnAt: (field, at) => `Colonne ${at} de ${field}`,
    another: 'Ajouter une colonne',
    takeAway: 'Retirer cette colonne',
    ignoreCase: 'Sans distinguer les majuscules',
    severalDates:
      'S’il y en a plusieurs, séparez-les par | : le premier lisible est retenu. excel : jours comptés comme dans un tableur (45292).',
    url: 'Adresse web où elles sont publiées',
    parts: {
      missing: {
        label: 'Textes qui signifient « sans réponse » dans ce champ',
        hint: 'Séparés par |',
      },
      extract: {
        label: 'Partie du texte qui compte',
        hint: 'Expression régulière ; ce qui est entre parenthèses est lu : ^([A-Z]{3})',
      },
      pivotYear: {
        label: 'Dernière année que peut désigner une année à deux chiffres',
        hint: 'Avec 2030, 30 est 2030 et 31 est 1931.',
      },
      periodOf: { label: 'Période où tombe la date' },
      codeList: {
        label: 'Une autre liste de codes',
        hint: 'Seulement si cette source a sa propre liste, par son nom dans la plateforme.',
      },
      unmapped: { label: 'Que faire d’un code inconnu' },
      times: { label: 'Multiplier par', hint: '1000 si le fichier est en milliers.' },
      decimal: { label: 'Signe décimal de ce champ' },
      thousands: { label: 'Séparateur de milliers' },
      quote: { label: 'Guillemet qui entoure un texte', hint: 'Un seul signe.' },
      skipAfterHeader: {
        label: 'Lignes après les en-têtes qui ne sont pas des données',
        hint: 'Par exemple des unités.',
      },
      hxlTags: {
        label: 'Une ligne d’étiquettes HXL sous les en-têtes n’est pas un enregistrement',
        hint: 'Omise seulement là où elle est.',
      },
      headerFill: { label: 'Un en-tête vaut aussi pour les cellules vides à sa droite' },
      lineLength: {
        label: 'Lettres de chaque ligne',
        hint: 'Les lignes d’une autre longueur sont rejetées.',
      },
      archiveMember: {
        label: 'Fichier dans l’archive',
        hint: 'Seulement s’il y en a plusieurs ; * vaut pour tout texte : entrees-*.csv',
      },
      htmlEntities: { label: 'Les textes ont des signes écrits comme en HTML (&amp;, &#039;)' },
    },
    choices: {
      year: 'Année',
      semester: 'Semestre',
      quarter: 'Trimestre',
      month: 'Mois',
      reject: 'Rejeter l’enregistrement',
      keep: 'Le garder tel quel',
      '.': 'Point',
      ',': 'Virgule',
      ' ': 'Espace',
      "'": 'Apostrophe',
    },
    leaveOut: {
      title: 'Lignes qui ne sont pas des enregistrements',
      lead: 'Totaux ou notes imprimés parmi les enregistrements. Ils ne sont pas chargés, mais comptés avec leur motif.',
      column: 'Colonne',
      values: 'Valeurs qui les signalent, séparées par |',
      reason: {
        es: 'Motif, en espagnol',
        en: 'Motif, en anglais',
        fr: 'Motif, en français',
      },
      usualReason,
      of: (part, at) => `${part}, exclusion ${at}`,
      add: 'Exclure des lignes',
      remove: (at) => `Retirer l’exclusion ${at}`,
    },
  },
}

export function useReadingWords(): ReadingWording {
  return readingWords[useSpeaking().language]
}
