import type { Language, Text } from '../vocabulary/index.ts'
import type { Field, FieldType, RecordType, Sensitivity } from './record-type.ts'
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
