import type { CaudalNode } from './node.ts'
import type { OpenNodeOptions } from './node-options.ts'

interface Record {
  readonly options: OpenNodeOptions
  readonly steps: (() => Promise<void>)[]
}

const records = new WeakMap<CaudalNode, Record>()

/** Keeps what a node was opened with, for the worker that opens it again. */
export function rememberOptions(node: CaudalNode, options: OpenNodeOptions): void {
  records.set(node, { options, steps: [] })
}

export function optionsOf(node: CaudalNode): OpenNodeOptions {
  return recordOf(node).options
}

/** Has `step` done first when the node is closed, while its register still answers. */
export function beforeClosing(node: CaudalNode, step: () => Promise<void>): void {
  recordOf(node).steps.push(step)
}

export async function takeClosingSteps(node: CaudalNode): Promise<void> {
  for (const step of recordOf(node).steps.splice(0).toReversed()) await step()
}

function recordOf(node: CaudalNode): Record {
  const record = records.get(node)
  if (record === undefined) throw new Error('This node was not opened by openNode.')
  return record
}
