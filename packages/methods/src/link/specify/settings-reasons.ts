import type { z } from 'zod'
import { sayChoice, sayIssue, type Text } from '../../vocabulary/index.ts'
import { blockingKeys } from './blocking-rule.ts'
import { namedLevels } from './link-settings.ts'

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
  if (issue.code !== 'custom') return sayIssue(issue)
  return {
    es: 'con by "names" hace falta with, la columna del apellido',
    en: 'by "names" needs with, the column of the family name',
    fr: 'by "names" demande with, la colonne du nom de famille',
  }
}

/** Of a union only the place tells what was meant: a level of a comparison, or a part of a rule. */
function unionReason(path: readonly PropertyKey[]): Text {
  if (path.includes('levels')) {
    const numbered =
      '{"jaroWinkler": 0.92}, {"jaroWinklerWords": 0.9}, {"damerauLevenshtein": 1}, {"sameStart": 4}, {"sameEnd": 4}, {"within": 1}, {"swappedWith": "…"}'
    return sayChoice([...namedLevels, numbered])
  }
  const keys = blockingKeys.join(', ')
  return {
    es: `una parte de una regla es el nombre de una columna, o {"column": "…", "by": "…"} con by uno de: ${keys}`,
    en: `a part of a rule is the name of a column, or {"column": "…", "by": "…"} with by one of: ${keys}`,
    fr: `une partie d’une règle est le nom d’une colonne, ou {"column": "…", "by": "…"} avec by parmi : ${keys}`,
  }
}
