import type { Text } from '../../vocabulary/index.ts'

/** A finding that reading a value makes, before any edit rule. */
export interface BuiltInFinding {
  readonly id: 'value.unreadable' | 'value.unmapped'
  readonly message: Text
  readonly source: string
}

/**
 * What may be found while a value is read: a text that is no value of the field's type (31 February, letters in
 * a number), or a code that neither the profile nor the code list knows.
 */
export const builtInFindings: readonly BuiltInFinding[] = [
  {
    id: 'value.unreadable',
    message: {
      es: 'El texto no se puede leer como valor de este campo.',
      en: 'The text cannot be read as a value of this field.',
      fr: 'Le texte ne peut être lu comme une valeur de ce champ.',
    },
    source: 'Declaration of the record type and the source profile',
  },
  {
    id: 'value.unmapped',
    message: {
      es: 'Ni el perfil de la fuente ni la lista de códigos conocen este código.',
      en: 'Neither the source profile nor the code list knows this code.',
      fr: 'Ni le profil de la source ni la liste de codes ne connaissent ce code.',
    },
    source: 'SDMX 3.0, section 5: representation maps',
  },
]

/** The built-in finding of that id. */
export function getBuiltInFinding(id: BuiltInFinding['id']): BuiltInFinding {
  const found = builtInFindings.find((finding) => finding.id === id)
  if (!found) throw new Error(`No built-in finding "${id}"`)
  return found
}
