import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { linkFiles } from '../../packages/platform/src/link/service.ts'
import {
  drawPersonFile,
  type PersonFileOptions,
  type PersonLayout,
} from '../../packages/platform/src/link/testing-person-files.ts'
import { scoreOf } from '../../packages/platform/src/link/testing-scores.ts'
import { openDuckDb } from '../../packages/platform/src/store/index.ts'
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

async function compareOne(
  folder: string,
  condition: string,
  options: PersonFileOptions,
): Promise<boolean> {
  const file = join(folder, `${options.layout}.csv`)
  const lines = [...drawPersonFile(options, new Xoshiro128(7))]
  await writeFile(file, `${lines.join('\n')}\n`)
  const clusters = join(folder, 'C.csv')
  await linkFiles([file], { clusters })
  const own = scoreOf(lines.slice(1), (await readFile(clusters, 'utf8')).trimEnd().split('\n'))
  const engine = await openDuckDb({ temporaryFolder: join(folder, 'spill') })
  const peer = await engine.session((session) => scorePeer(session, file, lines[0]!.split(',')))
  engine.close()
  const most = Math.max(peer.best, peer.clusters)
  console.log(
    `${options.layout.padEnd(12)} ${condition.padEnd(6)} ${String(lines.length - 1).padStart(6)} records: F1 ${own.f1.toFixed(4)} (precision ${own.precision.toFixed(4)}, recall ${own.recall.toFixed(4)}); ` +
      `plain Fellegi-Sunter ${peer.best.toFixed(4)} at its best threshold, ${peer.clusters.toFixed(4)} clustered; ratio ${(own.f1 / most).toFixed(3)} (at least 1)`,
  )
  return own.f1 >= most
}
