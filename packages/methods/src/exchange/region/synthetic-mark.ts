import type { Annotation } from '../information-model/structures.ts'
import type { Text } from '../../vocabulary/index.ts'

/** The name of a structure of figures that a program drew: whoever takes it elsewhere sees that it is about nobody. */
export function syntheticName(title: Text): Text {
  return {
    es: `${title.es} (SINTÉTICO)`,
    en: `${title.en} (SYNTHETIC)`,
    fr: `${title.fr} (SYNTHÉTIQUE)`,
  }
}

/** The same for programs. */
export const syntheticAnnotation: Annotation = {
  type: 'SYNTHETIC',
  text: {
    es: 'SINTÉTICO: cifras sorteadas, que no hablan de nadie.',
    en: 'SYNTHETIC: drawn figures, about nobody.',
    fr: 'SYNTHÉTIQUE : chiffres tirés au sort, qui ne parlent de personne.',
  },
}
