import { frenchSpacesOf, type Language } from '../../vocabulary/index.ts'
import type { WhyApart } from '../together/protect-together.ts'

interface OtherCube {
  readonly release: string
  readonly cube: string
}

/** What is known of one cube of a release beside the others of the same records. */
export interface JointFindings {
  /** Cubes of the same release that it was protected together with, as one problem. */
  readonly together?: readonly string[]
  /** Why it was not, where its cubes are tied. */
  readonly oneByOne?: WhyApart
  /** What it was attacked together with, by what the definitions of both say. */
  readonly tied?: readonly OtherCube[]
  /** Other cubes of the same records, with which it was not attacked. */
  readonly notAttackedWith?: readonly OtherCube[]
}

interface JointWords {
  /** Before names. */
  readonly colon: string
  /** Between names that have commas of their own. */
  readonly semicolon: string
  /** Before the names of other releases that have the same figures. */
  readonly in: string
  readonly hereAndIn: string
  readonly tied: string
  readonly asOne: string
  readonly ofAll: string
  readonly oneByOne: string
  readonly because: Readonly<Record<WhyApart, string>>
  readonly apart: string
  readonly lookYourself: string
}

const french: JointWords = {
  colon: ' : ',
  semicolon: ' ; ',
  in: 'dans',
  hereAndIn: 'ici et dans',
  tied: 'D’autres chiffres des mêmes enregistrements ont été attaqués avec ceux-ci, selon ce que disent les deux définitions',
  asOne: 'Ces chiffres ont été protégés comme un seul problème avec d’autres de cette publication',
  ofAll: 'Ce qui est dit de l’attaque et du minimum possible vaut pour tous ensemble.',
  oneByOne:
    'Ce que comptent ces chiffres les lie à d’autres de cette publication, et ils ont été protégés l’un après l’autre ; les derniers montrent donc moins.',
  because: {
    large: 'Ensemble, ils ont trop de cellules.',
    work: 'Pour l’ensemble, le travail autorisé n’a pas suffi.',
    unsafe: 'Pour l’ensemble, aucune manière sûre de masquer moins n’a été trouvée.',
  },
  apart:
    'D’autres chiffres viennent des mêmes enregistrements, mais aucune définition ne les lie à ceux-ci, et ils n’ont pas été attaqués ensemble',
  lookYourself:
    'Avant d’approuver, comparez ce que les uns et les autres disent des mêmes quelques personnes.',
}

const jointWords: Readonly<Record<Language, JointWords>> = {
  es: {
    colon: ': ',
    semicolon: '; ',
    in: 'en',
    hereAndIn: 'aquí y en',
    tied: 'Otras cifras de los mismos registros se atacaron junto con estas, por lo que dicen las definiciones de ambas',
    asOne: 'Estas cifras se protegieron como un solo problema con otras de esta publicación',
    ofAll: 'Lo que se dice del ataque y de lo mínimo posible vale para todas juntas.',
    oneByOne:
      'Lo que cuentan estas cifras las ata a otras de esta publicación, y se protegieron una tras otra; las últimas muestran por eso menos.',
    because: {
      large: 'Juntas tienen demasiadas celdas.',
      work: 'Juntas no bastó el trabajo permitido.',
      unsafe: 'Juntas no se encontró un modo seguro de ocultar menos.',
    },
    apart:
      'Otras cifras salen de los mismos registros, pero ninguna definición las ata a estas, y no se atacaron juntas',
    lookYourself:
      'Antes de aprobarla, compare lo que unas y otras dicen de unas mismas pocas personas.',
  },
  en: {
    colon: ': ',
    semicolon: '; ',
    in: 'in',
    hereAndIn: 'here and in',
    tied: 'Other figures of the same records were attacked together with these, by what the definitions of both say',
    asOne: 'These figures were protected as one problem with others of this release',
    ofAll: 'What is said of the attack and of the least possible holds for all of them together.',
    oneByOne:
      'What these figures count ties them to others of this release, and they were protected one after the other; the later ones show less for that.',
    because: {
      large: 'Together they have too many cells.',
      work: 'For all together the work allowed did not suffice.',
      unsafe: 'For all together no safe way to hide less was found.',
    },
    apart:
      'Other figures come of the same records, but no definition ties them to these, and they were not attacked together',
    lookYourself:
      'Before you approve it, compare what the ones and the others tell of the same few persons.',
  },
  fr: frenchSpacesOf(french),
}

/**
 * What is said of the protection of one cube of a release together with others, a sentence or two each: the desk and
 * the command line say the same. A cube is named once, with the other releases that show it.
 *
 * @param own the release
 * @param nameOf a cube, as people call it
 */
export function sayJoint(
  { together = [], oneByOne, tied = [], notAttackedWith = [] }: JointFindings,
  own: string,
  nameOf: (cube: string) => string,
  language: Language,
): readonly string[] {
  const words = jointWords[language]
  const named = (others: readonly OtherCube[]) =>
    [...new Set(others.map(({ cube }) => cube))]
      .map((cube) => {
        const elsewhere = others.filter((each) => each.cube === cube && each.release !== own)
        const isHere = others.some((each) => each.cube === cube && each.release === own)
        if (elsewhere.length === 0) return nameOf(cube)
        const where = elsewhere.map(({ release }) => release).join(', ')
        return `${nameOf(cube)} (${isHere ? words.hereAndIn : words.in} ${where})`
      })
      .join(words.semicolon)
  // what was protected as one problem was attacked so
  const others = tied.filter(({ release, cube }) => release !== own || !together.includes(cube))
  return [
    ...(together.length === 0
      ? []
      : [`${words.asOne}${words.colon}${together.map(nameOf).join(', ')}. ${words.ofAll}`]),
    ...(oneByOne === undefined ? [] : [`${words.oneByOne} ${words.because[oneByOne]}`]),
    ...(others.length === 0 ? [] : [`${words.tied}${words.colon}${named(others)}.`]),
    ...(notAttackedWith.length === 0
      ? []
      : [`${words.apart}${words.colon}${named(notAttackedWith)}. ${words.lookYourself}`]),
  ]
}
