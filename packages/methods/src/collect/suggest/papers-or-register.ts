import { findCode, spellingKey } from '../../vocabulary/index.ts'
import type { SampledColumn } from './sampled-column.ts'
import type { FieldSuggestion, SuggestionOptions } from './suggest-fields.ts'

/** Fields that only a procedure has: somebody asked, and somebody decided. */
const ofProcedures = new Set(['applied_on', 'procedure', 'decision'])
/** Kinds of permit that a list of residents has as well; a visa or a permit to work is a paper. */
const ofResidents = new Set(['temporary-residence', 'permanent-residence', 'refugee-status'])
const statusesOfResidents = new Set([
  'temporary-resident',
  'permanent-resident',
  'refugee',
  'stateless',
  'complementary-protection',
])
/** How words begin that name papers for residing or those who hold them. */
const named = /^(residen|sejour|refugi|carne|cedula|card|carte|titre)/

/**
 * Whether what looks like permits could as well be the register of those who reside on them: papers that
 * are issued and run out, of residents alone, without a word of an application or a decision. A list of
 * residence cards is either: one row a card, or one row a person.
 *
 * @param fields those proposed for permits
 */
export function couldBeRegister(
  columns: readonly SampledColumn[],
  fields: readonly FieldSuggestion[],
  titles: readonly string[],
  { findCodeList }: SuggestionOptions,
): boolean {
  if (fields.some(({ field }) => ofProcedures.has(field))) return false
  const kinds = [
    ...codesOf('permit_type', 'permit-types', ofResidents),
    ...codesOf('migratory_status', 'migratory-status', statusesOfResidents),
  ]
  if (kinds.some((isOfResidents) => !isOfResidents)) return false
  const words = [...columns.map(({ name }) => name), ...titles].flatMap((text) =>
    spellingKey(text).split(/[^\p{L}]+/u),
  )
  return kinds.length > 0 || words.some((word) => named.test(word))

  /** Of each value of a field whose code is known, whether residents have it. */
  function codesOf(field: string, listId: string, those: ReadonlySet<string>): boolean[] {
    const list = findCodeList(listId)
    const name = fields.find((each) => each.field === field)?.column
    const column = columns.find((each) => each.name === name)
    if (list === undefined || column === undefined) return []
    return column.values.flatMap(({ text }) => {
      const code = findCode(list, text)?.code
      return code === undefined ? [] : [those.has(code)]
    })
  }
}
