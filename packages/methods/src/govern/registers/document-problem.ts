import type { z } from 'zod'
import type { Text } from '../../vocabulary/index.ts'

/** What is wrong at a place of a document. */
export interface DocumentProblem {
  readonly place: string
  readonly what: Text
}

type Issue = z.core.$ZodIssue

/** A rule of a schema with its words: `.refine(holds, breaking({ es, en, fr }, 'place'))`. */
export function breaking(what: Text, place: string): { params: { what: Text }; path: string[] } {
  return { params: { what }, path: [place] }
}

/** What an issue of a schema says to people. */
export function sayIssue(issue: Issue): Text {
  switch (issue.code) {
    case 'custom':
      return (issue.params as { what?: Text } | undefined)?.what ?? unfit
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? missing : unfit
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? missing : tooLittle
    case 'too_big':
      return tooMuch
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ')
      return {
        es: `no se conoce ${keys}`,
        en: `${keys} is not known`,
        fr: `${keys} n’est pas connu`,
      }
    }
    default:
      return unfit
  }
}

const missing: Text = { es: 'falta', en: 'it is missing', fr: 'il manque' }
const unfit: Text = {
  es: 'no es lo que se espera aquí',
  en: 'it is not what belongs here',
  fr: 'ce n’est pas ce qui est attendu ici',
}
const tooLittle: Text = { es: 'es demasiado poco', en: 'it is too little', fr: 'c’est trop peu' }
const tooMuch: Text = { es: 'es demasiado', en: 'it is too much', fr: 'c’est trop' }
