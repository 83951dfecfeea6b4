import { join } from 'node:path'
import { importFile } from './service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from './testing-import.ts'
import { type CaudalNode, listBatches } from '../store/index.ts'
import { auditLogOf } from '../govern/audit/audit-log.ts'
import { terminalActor } from '../govern/terminal-actor.ts'
import { keeper } from '../govern/testing-actors.ts'

export const administrator = terminalActor('administrator')
export const officer = terminalActor('protection-officer')

/** Given names of the persons of a batch, in their order. */
export const persons = ['Ximena', 'Yolanda', 'Zoila']

/** SYNTHETIC: a batch of three persons; the second batch has other documents. */
export async function receive(node: CaudalNode, batch: number): Promise<void> {
  const lines = persons.map((nombres, place) =>
    crossing({ nombres, documento: `P${batch}00${place}`, fecha: `0${batch}/03/2020` }),
  )
  const { file, profile } = writeImport(crossings(...lines), { profile: crossingsProfile() })
  await importFile(node, keeper, { file, profile })
  await auditLogOf(node).append({ actor: administrator, action: 'collect.import', outcome: 'done' })
}

/** Number in the lake of a record of a batch. */
export async function recordOf(node: CaudalNode, batch: number, place: number): Promise<string> {
  const found = (await listBatches(node))[batch]!
  const facts = found.files.find(({ kind }) => kind === 'facts')!
  const rows = await node.lake.rows<{ id: string }>(
    `select record_id::varchar as id from read_parquet('${join(node.folder.root, facts.path)}') order by record_id`,
  )
  return rows[place]!.id
}
