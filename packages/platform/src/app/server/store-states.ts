import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { listBatches, listCubeBuilds, type CaudalNode } from '../../store/index.ts'

/**
 * How a store stands. `away`: what the register says lies there does not (a disk that is not mounted
 * leaves an empty folder); `read-only`: it can be read, and nothing can be added; `full`: no room.
 */
export type StoreState = 'up' | 'away' | 'read-only' | 'full'

export interface StoreStates {
  readonly register: 'up' | 'away'
  /** Of what cannot be known without the register, nothing is said. */
  readonly lake?: StoreState
  readonly cubes?: StoreState
}

/** Longest that a look at the stores may take before one counts as away, in milliseconds. */
const patienceMs = 2000

/** With less room than this, in bytes, a store is full: nothing of any size can be added. */
const leastRoom = 16 * 2 ** 20

export async function findStoreStates(node: CaudalNode): Promise<StoreStates> {
  if (!(await answers(node))) return { register: 'away' }
  const { lake, cubes } = node.folder
  const [batch, build] = await Promise.all([
    listBatches(node).then((batches) => batches.findLast(({ files }) => files.length > 0)),
    listCubeBuilds(node).then((builds) => builds.at(-1)),
  ])
  const [lakeState, cubesState] = await Promise.all([
    inTime(stateOfFolder(lake, place(node, batch?.files[0]?.path))),
    inTime(stateOfFolder(cubes, place(node, build?.files[0]?.path))),
  ])
  return { register: 'up', lake: lakeState, cubes: cubesState }
}

export async function answers(node: CaudalNode): Promise<boolean> {
  return await inTime(
    node.register.query('select 1').then(
      () => true,
      () => false,
    ),
    false,
  )
}

/** @param witness a file that lies in it, where there is one */
async function stateOfFolder(folder: string, witness: string | undefined): Promise<StoreState> {
  try {
    await access(folder, constants.R_OK | constants.X_OK)
    if (witness !== undefined) await stat(witness)
  } catch {
    return 'away'
  }
  try {
    await access(folder, constants.W_OK)
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize < leastRoom ? 'full' : 'up'
  } catch {
    return 'read-only'
  }
}

function place({ folder }: CaudalNode, path: string | undefined): string | undefined {
  return path === undefined ? undefined : join(folder.root, path)
}

/** A disk that hangs answers nothing, not even that it is away. */
async function inTime<State>(look: Promise<State>, late = 'away' as State): Promise<State> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([
      look,
      new Promise<State>((resolve) => (timer = setTimeout(() => resolve(late), patienceMs))),
    ])
  } finally {
    clearTimeout(timer)
  }
}
