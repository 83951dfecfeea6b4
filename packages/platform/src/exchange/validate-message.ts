import {
  checkObservation,
  keyText,
  platformStructures,
  readData,
  readStructures,
  structureXml,
  yardstickOf,
  type Fault,
  type ReadObservation,
  type ReadStructures,
  type TextSource,
  type Yardstick,
} from '@caudal/methods/exchange'
import type { CaudalNode } from '../store/index.ts'
import { exchangeRefusals } from './command-refusals.ts'
import { RepeatedKeys } from './repeated-keys.ts'
import { textOf } from './text-of.ts'

/** A fault and the observation it is of, counted from the first of the file. */
export interface FaultFound extends Fault {
  readonly observation: number
}

export interface ValidationOutcome {
  readonly observations: number
  readonly faults: number
}

/**
 * Checks a file of SDMX data against its structure: the one given, or the structure of the platform
 * that the file names. Faults are handed over as they are met; repeats at the end.
 *
 * @throws Refusal of `sdmx-message`, `exchange.structure-unknown`, `exchange.file-unreadable`
 */
export async function validateMessage(
  node: CaudalNode,
  file: string,
  structureFile: string | undefined,
  onFault: (fault: FaultFound) => Promise<void>,
): Promise<ValidationOutcome> {
  const source = await textOf(file)
  const known = await structuresOf(structureFile)
  const yardstick = await findYardstick(source, known)
  const dimensions = new Set(yardstick.structure.dimensions.map(({ id }) => id))
  const outcome = { observations: 0, faults: 0 }
  const report = async (fault: Fault, observation: number) => {
    outcome.faults += 1
    await onFault({ ...fault, observation })
  }
  const read = () => readData(source, dimensions)
  await node.lake.session(async (lake) => {
    const keys = await RepeatedKeys.begin(lake)
    for await (const observations of await read()) {
      for (const each of observations) {
        outcome.observations += 1
        await keys.add(keyText(each, yardstick))
        for (const fault of checkObservation(each, yardstick)) {
          await report(fault, outcome.observations)
        }
      }
    }
    const keyOf = (each: ReadObservation) => keyText(each, yardstick)
    for await (const { key, line, observation } of keys.list(read, keyOf)) {
      await report({ code: 'duplicate', component: '', value: key, line }, observation)
    }
  })
  return outcome
}

async function findYardstick(source: TextSource, known: ReadStructures): Promise<Yardstick> {
  let named = ''
  for await (const observations of await readData(source, undefined, (header) => {
    named ||= header.structure ?? ''
  })) {
    // The first piece is enough: the header stands before it.
    if (observations.length > 0) break
  }
  const isNamed = ({ reference }: { reference: { agency: string; id: string } }) =>
    named.includes(`${reference.agency}:${reference.id}(`)
  const flow = known.dataflows.find(isNamed)
  const structure =
    known.dataStructures.find(isNamed) ??
    known.dataStructures.find(({ reference }) => reference.id === flow?.structure?.id) ??
    (known.dataStructures.length === 1 ? known.dataStructures[0] : undefined)
  if (!structure) throw exchangeRefusals.refuse('structure-unknown', { structure: named || '?' })
  return yardstickOf(structure, known.codelists)
}

async function structuresOf(file: string | undefined): Promise<ReadStructures> {
  if (file !== undefined) return readStructures(await textOf(file))
  const own = platformStructures([])
  const header = { id: 'OWN', prepared: '', sender: { id: 'CAUDAL' } }
  return readStructures(async function* () {
    yield* structureXml(header, own)
  })
}
