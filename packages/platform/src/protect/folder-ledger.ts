import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { z } from 'zod'
import {
  nameCell,
  type Figures,
  type LedgerEntry,
  type LedgerRow,
  type Programme,
} from '@caudal/methods/protect'
import { protectRefusals } from './refusals.ts'

/** Beside the working files: what a release showed and what it hid, for those that come after it. */
export const ledgerName = 'ledger.json'

/** A release as its folder keeps it; figures are whole numbers of `10 ** -decimals`. */
export interface FolderLedger {
  readonly entry: LedgerEntry
  readonly decimals: number
}

const codes = z.array(z.string())
const ledger = z.strictObject({
  release: z.string(),
  vintage: z.string(),
  decimals: z.number().int().min(0).max(6),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      dimensions: codes,
      rows: z.array(
        z.strictObject({
          codes,
          value: z.number(),
          persons: z.number().optional(),
          alone: z.number().int().optional(),
          hidden: z.literal(true).optional(),
          open: z.tuple([z.number(), z.number().nullable()]).optional(),
          reach: z.number().optional(),
          within: z.array(z.strictObject({ codes, beyond: z.number() })).optional(),
          rule: z.string().optional(),
          guards: z
            .object({
              dimensions: z.array(z.string()),
              codes: z.array(z.string()),
              totals: z.int(),
            })
            .optional(),
        }),
      ),
    }),
  ),
  hierarchies: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))),
  mayHideZeros: z.literal(true).optional(),
})

/** Reads what the folders of earlier releases say of themselves, in the order given. */
export function readLedgers(folders: readonly string[]): FolderLedger[] {
  return folders.map((folder) => {
    const file = join(folder, ledgerName)
    if (!existsSync(file)) throw protectRefusals.refuse('not-a-release', { folder })
    let json: unknown
    try {
      json = JSON.parse(readFileSync(file, 'utf8'))
    } catch {
      json = undefined
    }
    const parsed = ledger.safeParse(json)
    if (!parsed.success) throw protectRefusals.refuse('not-a-release', { folder })
    const { decimals, hierarchies, ...rest } = parsed.data
    const parents = Object.fromEntries(
      Object.entries(hierarchies).map(([name, lines]) => [name, new Map(lines)]),
    )
    return { decimals, entry: { ...rest, hierarchies: parents } as LedgerEntry }
  })
}

export function writeLedger({ entry, decimals }: FolderLedger): string {
  const hierarchies = Object.fromEntries(
    Object.entries(entry.hierarchies).map(([name, parents]) => [name, [...parents]]),
  )
  return `${JSON.stringify({ ...entry, decimals, hierarchies })}\n`
}

/** An earlier release in the smallest unit of a later one. */
export function inUnitsOf({ entry, decimals }: FolderLedger, wanted: number): LedgerEntry {
  if (decimals === wanted) return entry
  const scale = (value: number) => Math.round(value * 10 ** (wanted - decimals))
  const scaleOpen = ([low, high]: NonNullable<LedgerRow['open']>) =>
    [scale(low), high === null ? null : scale(high)] as const
  return {
    ...entry,
    tables: entry.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        value: scale(row.value),
        ...(row.reach === undefined ? {} : { reach: scale(row.reach) }),
        ...(row.open === undefined ? {} : { open: scaleOpen(row.open) }),
        ...(row.within === undefined
          ? {}
          : { within: row.within.map((each) => ({ ...each, beyond: scale(each.beyond) })) }),
      })),
    })),
  }
}

/** The name of a release, and a vintage that is the same for the same figures only. */
export function releaseOf(folder: string, programme: Programme, figures: Figures) {
  const hash = createHash('sha256')
  for (let cell = 0; cell < programme.cellCount; cell += 1) {
    hash.update(
      `${nameCell(programme, cell)}\n${figures.values[cell]} ${figures.contributors[cell]}\n`,
    )
  }
  return { release: basename(resolve(folder)), vintage: hash.digest('hex').slice(0, 16) }
}
