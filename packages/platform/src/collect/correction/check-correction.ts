import { getRecordType, type Field } from '@caudal/methods/collect'
import { isKnownCode, type Language, type Text } from '@caudal/methods/vocabulary'
import { nodeCodeLists, type CaudalNode } from '../../store/index.ts'
import { correctionRefusals } from './refusals.ts'

/**
 * Whether values may stand in records of a type, before a correction on request of the person: fields of
 * the type, codes of its lists, and with a field everything that was computed from it, so that a record
 * never says two things at once.
 *
 * @param values by field, as text; null where nothing is to stand there
 * @throws {Refusal} collect.correction.field-not-of-type, collect.correction.code-not-listed,
 *   collect.correction.correction-incomplete, collect.correction.value-required
 */
export async function checkCorrection(
  node: CaudalNode,
  recordType: string,
  values: Readonly<Record<string, string | null>>,
): Promise<void> {
  const { fields } = getRecordType(recordType)
  const lists = await nodeCodeLists(node)
  for (const [name, value] of Object.entries(values)) {
    const field = fields.find(({ id }) => id === name)
    if (field === undefined) {
      throw correctionRefusals.refuse('field-not-of-type', {
        recordType,
        field: name.slice(0, 80),
        known: namesOf(fields),
      })
    }
    if (value === null && field.required === true) {
      throw correctionRefusals.refuse('value-required', { field: namesOf([field]) })
    }
    const list = field.codeList === undefined ? undefined : lists.find(field.codeList)
    if (value !== null && list !== undefined && !isKnownCode(list, value)) {
      throw correctionRefusals.refuse('code-not-listed', {
        field: namesOf([field]),
        value: value.slice(0, 40),
        list: list.id,
      })
    }
    const computed = fields
      .filter(({ derived }) => JSON.stringify(derived ?? null).includes(`"field":"${name}"`))
      .filter(({ id }) => !Object.hasOwn(values, id))
    if (computed.length > 0) {
      throw correctionRefusals.refuse('correction-incomplete', {
        field: namesOf([field]),
        fields: namesOf(computed),
      })
    }
  }
}

/** Fields as people call them and, for the command line, as they are written. */
function namesOf(fields: readonly Field[]): Text {
  const inLanguage = (language: Language) =>
    fields.map(({ id, label }) => `${label[language]} (${id})`).join(', ')
  return { es: inLanguage('es'), en: inLanguage('en'), fr: inLanguage('fr') }
}
