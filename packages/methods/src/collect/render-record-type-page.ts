import type { Language, Text } from '../vocabulary/index.ts'
import type { Field, FieldType, RecordType, Sensitivity } from './record-type.ts'
import { listRecordTypes } from './records/index.ts'
import { listRules } from './rules/rules-for.ts'

const words = {
  fields: { es: 'Campos', en: 'Fields', fr: 'Champs' },
  field: { es: 'campo', en: 'field', fr: 'champ' },
  label: { es: 'nombre', en: 'label', fr: 'libellé' },
  type: { es: 'tipo', en: 'type', fr: 'type' },
  about: { es: 'definición', en: 'definition', fr: 'définition' },
  sensitivity: { es: 'sensibilidad', en: 'sensitivity', fr: 'sensibilité' },
  concept: { es: 'concepto SDMX', en: 'SDMX concept', fr: 'concept SDMX' },
  required: { es: 'obligatorio', en: 'required', fr: 'obligatoire' },
  derived: { es: 'se deduce si falta', en: 'derived where missing', fr: 'déduit s’il manque' },
  list: { es: 'lista', en: 'list', fr: 'liste' },
  unit: { es: 'unidad', en: 'unit', fr: 'unité' },
  rules: { es: 'Reglas de validación', en: 'Edit rules', fr: 'Règles de contrôle' },
  rule: { es: 'regla', en: 'rule', fr: 'règle' },
  level: { es: 'nivel', en: 'level', fr: 'niveau' },
  message: { es: 'qué se dice', en: 'what is said', fr: 'message' },
  source: { es: 'fuente', en: 'source', fr: 'source' },
  reject: { es: 'rechaza', en: 'rejects', fr: 'rejette' },
  warn: { es: 'advierte', en: 'warns', fr: 'avertit' },
  rulesNote: {
    es: 'Una regla que rechaza deja el registro fuera de los hechos; una que advierte lo admite con un hallazgo. Un perfil de fuente puede cambiar el nivel de una regla o apagarla, con su motivo.',
    en: 'A rule that rejects keeps the record out of the facts; one that warns lets it in with a finding. A source profile may change the level of a rule or switch it off, with its reason.',
    fr: 'Une règle qui rejette écarte l’enregistrement des faits ; une règle qui avertit l’admet avec un constat. Un profil de source peut changer le niveau d’une règle ou la désactiver, avec son motif.',
  },
  repeats: { es: 'Registros repetidos', en: 'Repeated records', fr: 'Enregistrements répétés' },
  alike: {
    es: 'Son repetidos los registros que dicen lo mismo en todo. Se señalan con su grupo y no se borra ninguno; en las cifras cuenta el primero del grupo que siga ahí.',
    en: 'Records that say the same in everything are repeats. They are flagged with their group, and none is deleted; figures count the first of the group that is still there.',
    fr: 'Sont des répétitions les enregistrements qui disent la même chose en tout. Ils sont signalés avec leur groupe et aucun n’est supprimé ; les chiffres comptent le premier du groupe encore présent.',
  },
  oneEvent: {
    es: 'También lo son los de una persona y un mismo hecho, digan lo que digan los demás campos. La persona es la misma por {number} y la fecha de nacimiento (los nombres suplen al que falte); el hecho, por {same}',
    en: 'So are those of one person and one event, whatever the other fields say. The person is the same by {number} and the date of birth (names stand in for whichever is missing); the event, by {same}',
    fr: 'Le sont aussi ceux d’une personne et d’un même fait, quoi que disent les autres champs. La personne est la même par {number} et la date de naissance (les noms suppléent à ce qui manque) ; le fait, par {same}',
  },
  within: {
    es: ' y {minutes} minutos como máximo de uno al siguiente (un mismo día si no consta la hora)',
    en: ' and {minutes} minutes at most from one to the next (one day where no time is known)',
    fr: ' et {minutes} minutes au plus de l’un au suivant (un même jour si l’heure est inconnue)',
  },
  sameId: {
    es: 'Los incidentes de un mismo identificador y contenido distinto se señalan y cuentan todos.',
    en: 'Incidents of one id whose content differs are flagged and all count.',
    fr: 'Les incidents d’un même identifiant et de contenu différent sont signalés et comptent tous.',
  },
  identityNote: {
    es: 'Los campos de identidad se guardan cifrados y aparte de los hechos.',
    en: 'Identity fields are kept encrypted, apart from the facts.',
    fr: 'Les champs d’identité sont conservés chiffrés, à part des faits.',
  },
} as const satisfies Readonly<Record<string, Text>>

const types: Readonly<Record<FieldType, Text>> = {
  code: { es: 'código', en: 'code', fr: 'code' },
  text: { es: 'texto', en: 'text', fr: 'texte' },
  date: { es: 'fecha', en: 'date', fr: 'date' },
  timestamp: { es: 'fecha y hora', en: 'date and time', fr: 'date et heure' },
  integer: { es: 'número entero', en: 'whole number', fr: 'nombre entier' },
  decimal: { es: 'número', en: 'number', fr: 'nombre' },
  boolean: { es: 'sí o no', en: 'yes or no', fr: 'oui ou non' },
  period: { es: 'período', en: 'period', fr: 'période' },
}

const sensitivities: Readonly<Record<Sensitivity, Text>> = {
  identity: { es: 'identidad', en: 'identity', fr: 'identité' },
  quasi: { es: 'cuasiidentificador', en: 'quasi-identifier', fr: 'quasi-identifiant' },
  sensitive: { es: 'sensible', en: 'sensitive', fr: 'sensible' },
  plain: { es: 'ninguna', en: 'none', fr: 'aucune' },
}

/**
 * The reference page of a record type in Markdown: what one row is, its fields, its edit rules.
 *
 * @example renderRecordTypePage(getRecordType('movement'), 'en').split('\n')[0] // => '# Border crossing (`movement`)'
 */
export function renderRecordTypePage(recordType: RecordType, language: Language): string {
  const word = (id: keyof typeof words) => words[id][language]
  const hasIdentity = recordType.fields.some((field) => field.sensitivity === 'identity')
  return [
    `# ${recordType.label[language]} (\`${recordType.id}\`)`,
    `${recordType.definition[language]} ${recordType.grain[language]}`,
    `## ${word('fields')}`,
    table(
      ['field', 'label', 'type', 'about', 'sensitivity', 'concept'].map((id) =>
        word(id as keyof typeof words),
      ),
      recordType.fields.map((field) => fieldRow(field, language)),
    ),
    ...(hasIdentity ? [word('identityNote')] : []),
    ...(isReceived(recordType) ? [`## ${word('repeats')}`, repeatsOf(recordType, language)] : []),
    `## ${word('rules')}`,
    word('rulesNote'),
    table(
      [word('rule'), word('level'), word('message'), word('source')],
      listRules(recordType).map((rule) => [
        `\`${rule.id}\``,
        word(rule.level),
        rule.message[language],
        rule.source,
      ]),
    ),
    '',
  ].join('\n\n')
}

/** Whether files are read as records of the type: those that a stage writes have no repeats. */
function isReceived(recordType: RecordType): boolean {
  return listRecordTypes().some(({ id }) => id === recordType.id)
}

/** When two of its records are one. */
function repeatsOf({ id, fields, oneEvent }: RecordType, language: Language): string {
  const alike = words.alike[language]
  if (oneEvent === undefined) {
    return id === 'incident' ? `${alike} ${words.sameId[language]}` : alike
  }
  const named = (wanted: string) => {
    const field = fields.find((each) => each.id === wanted)!
    return `${field.label[language].toLowerCase()} (\`${field.id}\`)`
  }
  const event = words.oneEvent[language]
    .replace('{number}', named(oneEvent.number))
    .replace('{same}', oneEvent.same.map(named).join(', '))
  const { within } = oneEvent
  const near =
    within === undefined ? '' : words.within[language].replace('{minutes}', String(within.minutes))
  return `${alike} ${event}${near}.`
}

function fieldRow(field: Field, language: Language): readonly string[] {
  const type = [
    types[field.type][language],
    ...(field.codeList === undefined ? [] : [`${words.list[language]} \`${field.codeList}\``]),
    ...(field.unit ? [`${words.unit[language]}: ${field.unit[language]}`] : []),
    ...(field.required ? [`**${words.required[language]}**`] : []),
    ...(field.derived ? [words.derived[language]] : []),
  ]
  return [
    `\`${field.id}\``,
    field.label[language],
    type.join('; '),
    field.definition[language],
    sensitivities[field.sensitivity][language],
    field.concept === undefined ? '' : `\`${field.concept}\``,
  ]
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
