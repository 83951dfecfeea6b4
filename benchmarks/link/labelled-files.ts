import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { linkFiles } from '../../packages/platform/src/link/service.ts'
import {
  drawPersonFile,
  type PersonFileOptions,
  type PersonLayout,
} from '../../packages/platform/src/link/testing-person-files.ts'
import {
  scoreAcross,
  scoreOf,
  type Score,
} from '../../packages/platform/src/link/testing-scores.ts'
import { openDuckDb } from '../../packages/platform/src/store/index.ts'
import { clerkLayouts, drawClerkFile } from './clerk-files.ts'
import { drawHouseholdFile, householdLayouts } from './household-files.ts'
import { drawOtherPersonFile, otherLayouts } from './other-person-files.ts'
import { scorePeer } from './plain-fellegi-sunter.ts'

const layouts: readonly PersonLayout[] = ['register', 'contacts', 'biographies', 'documentos']

/** How files are spoilt, from little to much; `heavy` has up to five further records of nearly everybody. */
const conditions: Readonly<Record<string, Omit<PersonFileOptions, 'layout' | 'persons'>>> = {
  light: { duplicated: 0.5, mostDuplicates: 2, errors: 0.7, missing: 0.05, households: 0.1 },
  usual: { duplicated: 0.4, mostDuplicates: 3, errors: 1.5 },
  hard: {
    duplicated: 0.5,
    mostDuplicates: 3,
    errors: 2,
    missing: 0.2,
    households: 0.3,
    exchanged: 0.05,
  },
  heavy: {
    duplicated: 0.9,
    mostDuplicates: 5,
    errors: 1.5,
    missing: 0.1,
    households: 0.15,
    exchanged: 0.03,
  },
}

/**
 * Links labelled files of four layouts, of the sizes asked for, each spoilt in four ways, without settings,
 * beside the peer. @returns whether the platform reached the peer on every one
 */
export async function compareLabelledFiles(
  folder: string,
  sizes: readonly number[],
): Promise<boolean> {
  let holds = true
  for (const layout of layouts) {
    for (const [condition, options] of Object.entries(conditions)) {
      for (const records of sizes) {
        const each = 1 + (options.duplicated * (1 + options.mostDuplicates)) / 2
        const persons = Math.round(records / each)
        holds = (await compareOne(folder, condition, { layout, persons, ...options })) && holds
      }
    }
  }
  return holds
}

/**
 * The same with files by another generator, which spoils the texts of a row one by one. @returns whether the
 * platform reached the peer on every one
 */
export async function compareOtherFiles(folder: string, persons: number): Promise<boolean> {
  let holds = true
  for (const layout of otherLayouts) {
    for (const slips of [0.4, 1, 2]) {
      const lines = [...drawOtherPersonFile(layout, persons, slips, new Xoshiro128(11))]
      holds = (await compareLines(folder, `other ${layout}`, `${slips}`, lines)) && holds
    }
  }
  return holds
}

/**
 * The same with files of households, whose members are told apart with pains; as two files too, with one partner
 * each. @returns whether the platform reached the peer on every one
 */
export async function compareHouseholds(folder: string, households: number): Promise<boolean> {
  let holds = true
  for (const layout of householdLayouts) {
    for (const events of [0.5, 1.5]) {
      const [header, ...rows] = [
        ...drawHouseholdFile(layout, households, events, new Xoshiro128(17)),
      ]
      const name = `home ${layout}`
      holds = (await compareLines(folder, name, `${events}`, [header!, ...rows])) && holds
      const first = firstOf(rows)
      const second = firstOf(rows.filter((row) => !first.includes(row)))
      const sides = [first, second] as const
      holds = (await compareTwo(folder, `${name} ${events}`, header!, sides, 'link')) && holds
    }
  }
  return holds
}

/** Shares of persons recorded again, most records of one, and slips a record. */
const clerks = [
  { again: 0.1, most: 2, slips: 2 },
  { again: 0.3, most: 4, slips: 3.5 },
  { again: 0.6, most: 6, slips: 5 },
] as const

/**
 * The same with files as clerks write them, of few duplicates and of many; as two files too, every record of a
 * person in whichever. @returns whether the platform reached the peer on every one
 */
export async function compareClerks(folder: string, persons: number): Promise<boolean> {
  let holds = true
  for (const layout of clerkLayouts) {
    for (const options of clerks) {
      const [header, ...rows] = [
        ...drawClerkFile({ layout, persons, ...options }, new Xoshiro128(23)),
      ]
      const name = `clerk ${layout} ${options.again}`
      holds = (await compareLines(folder, name, '', [header!, ...rows])) && holds
      const halves = [0, 1].map((half) => rows.filter((_, at) => at % 2 === half))
      const both = [halves[0]!, halves[1]!] as const
      holds = (await compareTwo(folder, name, header!, both, 'link-and-dedupe')) && holds
      const first = firstOf(rows)
      const second = firstOf(rows.filter((row) => !first.includes(row)))
      holds = (await compareTwo(folder, name, header!, [first, second], 'link')) && holds
    }
  }
  return holds
}

/**
 * Links two labelled files of each layout: persons of the first and what was written of some of them again,
 * at most one partner each; then both as link-and-dedupe, every record of a person in whichever file. @returns
 * whether the platform reached the peer on every one
 */
export async function compareTwoFiles(folder: string, persons: number): Promise<boolean> {
  let holds = true
  for (const layout of layouts) {
    const [header, ...rows] = [
      ...drawPersonFile({ layout, persons, ...conditions['usual']! }, new Xoshiro128(13)),
    ]
    const seen = new Map<string, number>()
    const place = rows.map((line) => {
      const person = line.split(',').at(-1)!
      seen.set(person, (seen.get(person) ?? 0) + 1)
      return seen.get(person)!
    })
    // three of ten are in the second file alone, or in the first alone
    const first = rows.filter(
      (line, at) => place[at] === 1 && Number(line.split(',').at(-1)) % 10 > 0,
    )
    const second = rows.filter(
      (line, at) =>
        place[at] === 2 || (place[at] === 1 && Number(line.split(',').at(-1)) % 10 === 0),
    )
    holds = (await compareTwo(folder, layout, header!, [first, second], 'link')) && holds
    const halves = [0, 1].map((half) => rows.filter((_, at) => at % 2 === half))
    const both = [halves[0]!, halves[1]!] as const
    holds = (await compareTwo(folder, layout, header!, both, 'link-and-dedupe')) && holds
  }
  return holds
}

/** The first line of each person. */
function firstOf(rows: readonly string[]): string[] {
  const seen = new Set<string>()
  return rows.filter((line) => {
    const person = line.split(',').at(-1)!
    return !seen.has(person) && seen.add(person)
  })
}

async function compareTwo(
  folder: string,
  layout: string,
  header: string,
  sides: readonly [readonly string[], readonly string[]],
  linkType: 'link' | 'link-and-dedupe',
): Promise<boolean> {
  const files = [join(folder, 'first.csv'), join(folder, 'second.csv')] as const
  for (const at of [0, 1] as const) {
    await writeFile(files[at], `${[header, ...sides[at]].join('\n')}\n`)
  }
  const clusters = join(folder, 'C.csv')
  const settings = join(folder, 'S.json')
  await writeFile(settings, JSON.stringify({ linkType }))
  await linkFiles(files, { clusters, settings })
  const answer = (await readFile(clusters, 'utf8')).trimEnd().split('\n')
  const across = linkType === 'link'
  const own = across ? scoreAcross(sides, answer) : scoreOf(sides.flat(), answer)
  const name = `${layout} ${linkType}`
  const size = `${sides[0].length} + ${sides[1].length}`
  return await compareWithPeer(folder, name, size, own, files, header, across)
}

async function compareOne(
  folder: string,
  condition: string,
  options: PersonFileOptions,
): Promise<boolean> {
  const lines = [...drawPersonFile(options, new Xoshiro128(7))]
  return await compareLines(folder, options.layout, condition, lines)
}

async function compareLines(
  folder: string,
  layout: string,
  condition: string,
  lines: readonly string[],
): Promise<boolean> {
  const file = join(folder, 'labelled.csv')
  await writeFile(file, `${lines.join('\n')}\n`)
  const clusters = join(folder, 'C.csv')
  await linkFiles([file], { clusters })
  const own = scoreOf(lines.slice(1), (await readFile(clusters, 'utf8')).trimEnd().split('\n'))
  const name = `${layout} ${condition}`
  return await compareWithPeer(folder, name, `${lines.length - 1}`, own, [file], lines[0]!)
}

async function compareWithPeer(
  folder: string,
  name: string,
  records: string,
  own: Score,
  files: readonly string[],
  header: string,
  across = false,
): Promise<boolean> {
  const engine = await openDuckDb({ temporaryFolder: join(folder, 'spill') })
  const peer = await engine.session((session) =>
    scorePeer(session, files, header.split(','), across),
  )
  engine.close()
  const most = Math.max(peer.best, peer.clusters)
  console.log(
    `${name.padEnd(27)} ${records.padStart(11)} records: F1 ${own.f1.toFixed(4)} (precision ${own.precision.toFixed(4)}, recall ${own.recall.toFixed(4)}); ` +
      `plain Fellegi-Sunter ${peer.best.toFixed(4)} at its best threshold, ${peer.clusters.toFixed(4)} ${across ? 'one partner each' : 'clustered'}; ratio ${(own.f1 / most).toFixed(3)} (at least 1)`,
  )
  return own.f1 >= most
}
