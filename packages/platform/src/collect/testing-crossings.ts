import { keeper } from '../govern/testing-actors.ts'
import type { CaudalNode } from '../store/index.ts'
import { importFile } from './service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from './testing-import.ts'

/** SYNTHETIC: brings in a file of crossings, one of each person. @returns its batch */
export async function receiveCrossings(
  node: CaudalNode,
  persons: readonly Parameters<typeof crossing>[0][],
  name = 'cruces.csv',
): Promise<number> {
  const lines = persons.map((each) => crossing(each))
  const { file, profile } = writeImport(crossings(...lines), { name, profile: crossingsProfile() })
  return (await importFile(node, keeper, { file, profile })).batch
}

/** Three persons, known by their documents P1 to P3, and more where they are named. */
export function byDocument(
  ...more: readonly string[]
): readonly { documento: string; nombres: string }[] {
  return ['P1', 'P2', 'P3', ...more].map((documento) => ({ documento, nombres: `N${documento}` }))
}
