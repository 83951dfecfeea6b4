import type { ProfilePart } from './profile-controls.ts'

/**
 * What a typed text stands for in the profile; undefined where nothing is said. A text that is no
 * number is kept as it is, so that the node says what is wrong with it and where.
 *
 * @example saidOf('lines', 'N/D | S/D') // => ['N/D', 'S/D']
 */
export function saidOf(kind: ProfilePart['kind'], text: string): unknown {
  if (text === '') return undefined
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
  if (kind !== 'lines') return text
  const lines = text
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== '')
  return lines.length === 0 ? undefined : lines
}

/** A part of the profile as it is typed: several texts parted by a bar. */
export function textOf(value: unknown): string {
  return value === undefined ? '' : [value].flat().map(String).join(' | ')
}
