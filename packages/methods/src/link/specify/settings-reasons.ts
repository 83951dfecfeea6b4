import type { z } from 'zod'
import type { Text } from '../../vocabulary/index.ts'
import { blockingKeys } from './blocking-rule.ts'
import { namedLevels } from './link-settings.ts'

const same = (text: string): Text => ({ es: text, en: text, fr: text })

/**
 * What is wrong with settings, in words of the three languages: at which place, and why.
 *
 * @param issue the first complaint of the schema
 */
export function settingsReason(issue: z.core.$ZodIssue): { path: string; reason: Text } {
  const path = issue.path.join('.') || '/'
  if (issue.code === 'invalid_union') return { path, reason: unionReason(issue.path) }
  return { path, reason: reasonOf(issue) }
}

function reasonOf(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ')
      return {
        es: `no se conoce ${keys}`,
        en: `${keys} is not known`,
        fr: `${keys} n’est pas connu`,
      }
    }
    case 'invalid_value':
      return oneOf(issue.values.map(String))
    case 'too_small':
    case 'too_big':
      return boundReason(issue)
    case 'invalid_type':
      return typeReason(issue.expected)
    case 'custom':
      return {
        es: 'con by "names" hace falta with, la columna del apellido',
        en: 'by "names" needs with, the column of the family name',
        fr: 'by "names" demande with, la colonne du nom de famille',
      }
    default:
      return same(issue.message)
  }
}

function oneOf(values: readonly string[]): Text {
  const list = values.join(', ')
  return {
    es: `tiene que ser uno de: ${list}`,
    en: `it has to be one of: ${list}`,
    fr: `il faut l’un de : ${list}`,
  }
}

/** Of a union only the place tells what was meant: a level of a comparison, or a part of a rule. */
function unionReason(path: readonly PropertyKey[]): Text {
  if (path.includes('levels')) {
    const numbered =
      '{"jaroWinkler": 0.92}, {"jaroWinklerWords": 0.9}, {"damerauLevenshtein": 1}, {"sameStart": 4}, {"sameEnd": 4}, {"within": 1}, {"swappedWith": "…"}'
    return oneOf([...namedLevels, numbered])
  }
  const keys = blockingKeys.join(', ')
  return {
    es: `una parte de una regla es el nombre de una columna, o {"column": "…", "by": "…"} con by uno de: ${keys}`,
    en: `a part of a rule is the name of a column, or {"column": "…", "by": "…"} with by one of: ${keys}`,
    fr: `une partie d’une règle est le nom d’une colonne, ou {"column": "…", "by": "…"} avec by parmi : ${keys}`,
  }
}

function boundReason(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): Text {
  const small = issue.code === 'too_small'
  const bound = String(small ? issue.minimum : issue.maximum)
  if (issue.origin === 'array' || issue.origin === 'string') {
    return small
      ? {
          es: `está vacío; necesita ${bound} o más`,
          en: `it is empty; ${bound} or more are needed`,
          fr: `c’est vide ; il en faut ${bound} ou plus`,
        }
      : {
          es: `tiene demasiados; se permiten ${bound}`,
          en: `it has too many; ${bound} are allowed`,
          fr: `il y en a trop ; ${bound} sont permis`,
        }
  }
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

const types: Readonly<Record<string, Text>> = {
  string: { es: 'un texto', en: 'a text', fr: 'un texte' },
  number: { es: 'un número', en: 'a number', fr: 'un nombre' },
  int: { es: 'un número entero', en: 'a whole number', fr: 'un nombre entier' },
  boolean: { es: 'true o false', en: 'true or false', fr: 'true ou false' },
  array: { es: 'una lista […]', en: 'a list […]', fr: 'une liste […]' },
  object: { es: 'un objeto {…}', en: 'an object {…}', fr: 'un objet {…}' },
}

function typeReason(expected: string): Text {
  const { es, en, fr } = types[expected] ?? same(expected)
  return { es: `hace falta ${es}`, en: `${en} is needed`, fr: `il faut ${fr}` }
}
