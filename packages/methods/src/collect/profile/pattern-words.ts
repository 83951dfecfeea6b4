import type { Text } from '../../vocabulary/index.ts'

/** What `patternProblem` says, in three languages; what the engine itself says stands as it is. */
const problems: Readonly<Record<string, Text>> = {
  'a repetition within a repetition': {
    es: 'una repetición dentro de otra, que puede no acabar nunca',
    en: 'a repetition within a repetition, which may never end',
    fr: 'une répétition dans une répétition, qui peut ne jamais finir',
  },
  '(? other than (?:': {
    es: 'un grupo (? que no es (?:',
    en: 'a group (? that is not (?:',
    fr: 'un groupe (? qui n’est pas (?:',
  },
  'a reference to a group': {
    es: 'una referencia a un grupo',
    en: 'a reference to a group',
    fr: 'une référence à un groupe',
  },
  'this escape': {
    es: 'una letra tras la barra invertida que no se admite',
    en: 'a letter after the backslash that is not supported',
    fr: 'une lettre après la barre oblique inversée qui n’est pas prise en charge',
  },
  'this character class': {
    es: 'una clase de caracteres que no se admite',
    en: 'a class of characters that is not supported',
    fr: 'une classe de caractères qui n’est pas prise en charge',
  },
  'a repetition over 999': {
    es: 'una repetición de más de 999 veces',
    en: 'a repetition of more than 999 times',
    fr: 'une répétition de plus de 999 fois',
  },
  'a repetition without a lower bound': {
    es: 'una repetición sin límite inferior',
    en: 'a repetition without a lower bound',
    fr: 'une répétition sans borne inférieure',
  },
  'a possessive repetition': {
    es: 'una repetición posesiva',
    en: 'a possessive repetition',
    fr: 'une répétition possessive',
  },
}

/** What is wrong with a pattern, in the reader's language. */
export function patternWords(problem: string): string | Text {
  return problems[problem] ?? problem
}
