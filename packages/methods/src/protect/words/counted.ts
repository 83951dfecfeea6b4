import type { Language, Text } from '../../vocabulary/index.ts'

/** A number with what it counts, in the singular and in the plural of each language. */
export interface Counted {
  readonly one: Text
  readonly many: Text
}

/**
 * A number and its noun: one of them in the singular, none in the plural but in French.
 *
 * @param shown the number as its reader writes it
 *
 * @example counted(1, 'cells', 'en') // => '1 cell'
 * @example counted(0, 'cells', 'fr') // => '0 cellule'
 * @example counted(12, 'cells', 'es') // => '12 celdas'
 */
export function counted(
  value: number,
  noun: keyof typeof nouns,
  language: Language,
  shown = String(value),
): string {
  const isOne = language === 'fr' ? value < 2 : value === 1
  return `${shown} ${nouns[noun][isOne ? 'one' : 'many'][language]}`
}

const nouns = {
  cells: {
    one: { es: 'celda', en: 'cell', fr: 'cellule' },
    many: { es: 'celdas', en: 'cells', fr: 'cellules' },
  },
  problems: {
    one: { es: 'problema', en: 'problem', fr: 'problème' },
    many: { es: 'problemas', en: 'problems', fr: 'problèmes' },
  },
} satisfies Record<string, Counted>
