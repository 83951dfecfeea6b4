import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, inject, onTestFinished } from 'vitest'
import type { CaudalNode } from './node.ts'
import type { OpenNodeOptions } from './node-options.ts'
import { openNode } from './open-node.ts'
import { type TestPostgres, testPostgresAt } from './testing-postgres.ts'
import {
  copyRegisterTemplate,
  makeRegisterTemplate,
  removeRegisterTemplate,
} from './testing-register-template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the socket of the PostgreSQL server for tests; empty where there is none. */
    caudalPostgresSocket: string
    /** Data folder with an embedded register to copy. */
    caudalRegisterTemplate: string
  }
}

export type TestNodeOptions = Partial<Omit<OpenNodeOptions, 'registerUrl' | 'registerOwnerUrl'>>

/**
 * Opens a node for a test; in a fresh temporary folder, or in the folder `root` of an earlier call
 * to meet the same node again. It is closed at the end of the test (of the file, where it is opened
 * outside a test) if the test has not done so.
 */
export interface OpenTestNode {
  (options?: TestNodeOptions): Promise<CaudalNode>
  /** Address of the register of the node in the folder `root`, for another process; '' where embedded. */
  addressOf(root: string): string
}

/** Memory of a test's lake engine, in bytes, and its threads: several tests share the machine. */
const modest = { memoryLimit: 512 * 2 ** 20, threads: 2 } as const

/** Runs `work` with a node in a fresh temporary folder, on the embedded register; removes it after. */
export function withNode<Result>(
  work: (node: CaudalNode) => Promise<Result>,
  options: TestNodeOptions = {},
): Promise<Result> {
  return withTestFolder(async (openHere) => work(await openHere(options)))
}

/**
 * Runs `work` with a fresh temporary folder, to be opened as often as it likes; closes what is open
 * at its end and removes the folder.
 */
export async function withTestFolder<Result>(
  work: (
    openHere: (options?: TestNodeOptions) => Promise<CaudalNode>,
    root: string,
  ) => Promise<Result>,
): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), 'caudal-test-'))
  const nodes: CaudalNode[] = []
  try {
    const openHere = async (options: TestNodeOptions = {}) => {
      if (readdirSync(root).length === 0) await copyTestRegister(root)
      const node = await openNode({ ...modest, root, ...options, registerUrl: '' })
      nodes.push(node)
      return node
    }
    return await work(openHere, root)
  } finally {
    for (const node of nodes.toReversed()) await node.close()
    rmSync(root, { recursive: true, force: true })
  }
}

/**
 * Runs a suite twice: on the embedded register and on a PostgreSQL server with separate owner and
 * app roles. Where no server can be started, its half is skipped; the test run prints why.
 */
export function describeOnBothRegisters(
  name: string,
  suite: (openTestNode: OpenTestNode) => void,
): void {
  describe(`${name} (embedded register)`, () => {
    suite(nodeOpener(copyTestRegister, async () => '', ''))
  })
  describeOnPostgres(name, ({ openNode }) => suite(openNode))
}

/** Runs a suite on the PostgreSQL server of the test run; skips it where there is none. */
export function describeOnPostgres(
  name: string,
  suite: (postgres: TestPostgres & { openNode: OpenTestNode }) => void,
): void {
  const socket = provided('caudalPostgresSocket')
  describe(`${name} (PostgreSQL server)`, { skip: socket === '' }, () => {
    const postgres = testPostgresAt(socket)
    suite({ ...postgres, openNode: nodeOpener(async () => {}, postgres.createDatabase, postgres) })
  })
}

function nodeOpener(
  prepare: (root: string) => Promise<void>,
  createDatabase: () => Promise<string>,
  postgres: TestPostgres | '',
): OpenTestNode {
  const endings: (() => Promise<void>)[] = []
  const databases = new Map<string, string>()
  afterAll(async () => {
    for (const end of endings.splice(0).toReversed()) await end()
    for (const root of databases.keys()) rmSync(root, { recursive: true, force: true })
  })
  const address = (role: 'caudal_app' | 'caudal_owner', root: string) =>
    postgres === '' ? '' : postgres.addressOf(role, databases.get(root)!)

  async function openTestNode(options: TestNodeOptions = {}): Promise<CaudalNode> {
    let { root } = options
    if (root === undefined) {
      root = mkdtempSync(join(tmpdir(), 'caudal-test-'))
      await prepare(root)
    }
    if (!databases.has(root)) databases.set(root, await createDatabase())
    const node = await openNode({
      ...modest,
      ...options,
      root,
      registerUrl: address('caudal_app', root),
      registerOwnerUrl: address('caudal_owner', root),
    })
    try {
      onTestFinished(() => node.close())
    } catch {
      endings.push(() => node.close())
    }
    return node
  }
  return Object.assign(openTestNode, { addressOf: (root: string) => address('caudal_app', root) })
}

let ownTemplate: Promise<string> | undefined

/** Puts the register of the test run into a data folder that has none; where a file is run without the global setup, one of its own. */
export async function copyTestRegister(root: string): Promise<void> {
  const template = provided('caudalRegisterTemplate')
  if (template !== '') return copyRegisterTemplate(template, root)
  ownTemplate ??= makeRegisterTemplate().then((made) => {
    process.once('exit', () => removeRegisterTemplate(made))
    return made
  })
  copyRegisterTemplate(await ownTemplate, root)
}

function provided(name: 'caudalPostgresSocket' | 'caudalRegisterTemplate'): string {
  return (inject(name) as string | undefined) ?? ''
}
