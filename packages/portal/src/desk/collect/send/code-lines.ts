import type { CodeRuleDraft, FieldDraft } from './submission.ts'

/**
 * The code map of a field, which a profile writes as pairs or, where a line is an expression or
 * holds for a time, as lines. The page of codes edits pairs and special lines apart; nothing that
 * it does not show is lost.
 */
type Lines = FieldDraft['codes']

/** Lines that are more than a text and its meaning. */
export function specialLines({ codes }: FieldDraft): readonly CodeRuleDraft[] {
  return linesOf(codes).filter(isSpecial)
}

/** The field with `codes` in place of the pairs of the texts `told`; other lines stay. */
export function withPlainCodes(
  mapping: FieldDraft,
  told: ReadonlySet<string>,
  codes: Readonly<Record<string, string>>,
): FieldDraft {
  const others = linesOf(mapping.codes).filter((line) => isSpecial(line) || !told.has(line.from))
  const given = Object.entries(codes).map(([from, to]) => ({ from, to }))
  return withLines(mapping, [...others, ...given])
}

/** The field with these special lines in place of those it has; pairs stay. */
export function withSpecialLines(
  mapping: FieldDraft,
  special: readonly CodeRuleDraft[],
): FieldDraft {
  const pairs = linesOf(mapping.codes).filter((line) => !isSpecial(line))
  return withLines(mapping, [...pairs, ...special])
}

function withLines(mapping: FieldDraft, lines: readonly CodeRuleDraft[]): FieldDraft {
  const { codes: _, ...rest } = mapping
  if (lines.length === 0) return rest
  if (lines.some(isSpecial)) return { ...rest, codes: lines }
  return { ...rest, codes: Object.fromEntries(lines.map(({ from, to }) => [from, to])) }
}

function linesOf(codes: Lines = {}): readonly CodeRuleDraft[] {
  if (isLines(codes)) return codes
  return Object.entries(codes).map(([from, to]) => ({ from, to }))
}

function isLines(codes: NonNullable<Lines>): codes is readonly CodeRuleDraft[] {
  return Array.isArray(codes)
}

function isSpecial({ regex, ignoreCase, validFrom, validTo }: CodeRuleDraft): boolean {
  return [regex, ignoreCase, validFrom, validTo].some(
    (each) => each !== undefined && each !== false,
  )
}
