import type { z } from 'zod'
import type { Text } from './language.ts'

type Issue = z.core.$ZodIssue

/** What is wrong with something that was sent: where, and why. */
export interface ShapeProblem {
  /** Names joined by dots: `figures.0.cube`; `/` for all of it. */
  readonly place: string
  readonly what: Text
}

/**
 * Holds what was sent against a schema, and says the first thing that is wrong in the three languages, never what
 * was typed.
 */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
):
  | { readonly data: z.output<Schema>; readonly problem?: undefined }
  | { readonly data?: undefined; readonly problem: ShapeProblem } {
  const read = schema.safeParse(given, { reportInput: true })
  if (read.success) return { data: read.data }
  const issue = read.error.issues[0]!
  return { problem: { place: placeOfIssue(issue), what: sayIssue(issue) } }
}

/** Where an issue of a schema lies; a name that nobody knows is its own place. */
export function placeOfIssue(issue: Issue): string {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const place = [...issue.path, ...unknown].map(String).join('.')
  return place === '' ? '/' : place.slice(0, 80)
}

/** Why a schema refuses, in the three languages. A rule of its own has its words in `params.what`. */
export function sayIssue(issue: Issue): Text {
  switch (issue.code) {
    case 'custom':
      return (issue.params as { what?: Text } | undefined)?.what ?? unfit
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? missing : sayType(issue.expected)
    case 'invalid_value':
      return sayChoice(issue.values.map(String))
    case 'too_small':
    case 'too_big':
      return sayBound(issue)
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ').slice(0, 80)
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

/** That something is one of a choice. */
export function sayChoice(values: readonly string[]): Text {
  const list = values.join(', ')
  return {
    es: `tiene que ser uno de: ${list}`,
    en: `it has to be one of: ${list}`,
    fr: `il faut l’un de : ${list}`,
  }
}

function sayBound(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Text {
  const small = issue.code === 'too_small'
  const bound = String(small ? issue.minimum : issue.maximum)
  if (issue.origin === 'string') return small ? sayShort(bound) : sayLong(bound)
  if (issue.origin === 'array') return small ? sayFew(bound) : sayMany(bound)
  const open = issue.inclusive === false
  return small
    ? {
        es: `tiene que ser ${open ? 'mayor que' : 'al menos'} ${bound}`,
        en: `it has to be ${open ? 'above' : 'at least'} ${bound}`,
        fr: `il faut ${open ? 'plus de' : 'au moins'} ${bound}`,
      }
    : {
        es: `tiene que ser ${open ? 'menor que' : 'como mucho'} ${bound}`,
        en: `it has to be ${open ? 'below' : 'at most'} ${bound}`,
        fr: `il faut ${open ? 'moins de' : 'au plus'} ${bound}`,
      }
}

function sayShort(bound: string): Text {
  if (bound === '1') return missing
  return {
    es: `hacen falta ${bound} caracteres o más`,
    en: `${bound} characters or more are needed`,
    fr: `il faut ${bound} caractères ou plus`,
  }
}

function sayLong(bound: string): Text {
  return {
    es: `es demasiado largo; se permiten ${bound} caracteres`,
    en: `it is too long; ${bound} characters are allowed`,
    fr: `c’est trop long ; ${bound} caractères sont permis`,
  }
}

function sayFew(bound: string): Text {
  return {
    es: `está vacío; necesita ${bound} o más`,
    en: `it is empty; ${bound} or more are needed`,
    fr: `c’est vide ; il en faut ${bound} ou plus`,
  }
}

function sayMany(bound: string): Text {
  return {
    es: `tiene demasiados; se permiten ${bound}`,
    en: `it has too many; ${bound} are allowed`,
    fr: `il y en a trop ; ${bound} sont permis`,
  }
}

const types: Readonly<Record<string, Text>> = {
  string: { es: 'un texto', en: 'a text', fr: 'un texte' },
  number: { es: 'un número', en: 'a number', fr: 'un nombre' },
  int: { es: 'un número entero', en: 'a whole number', fr: 'un nombre entier' },
  boolean: { es: 'true o false', en: 'true or false', fr: 'true ou false' },
  array: { es: 'una lista […]', en: 'a list […]', fr: 'une liste […]' },
  tuple: { es: 'una lista […]', en: 'a list […]', fr: 'une liste […]' },
  object: { es: 'un objeto {…}', en: 'an object {…}', fr: 'un objet {…}' },
  record: { es: 'un objeto {…}', en: 'an object {…}', fr: 'un objet {…}' },
}

function sayType(expected: string): Text {
  const type = types[expected]
  if (type === undefined) return unfit
  return { es: `hace falta ${type.es}`, en: `${type.en} is needed`, fr: `il faut ${type.fr}` }
}
