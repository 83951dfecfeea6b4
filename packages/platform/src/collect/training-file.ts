import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const name = 'SYNTHETIC-crossings-slv-2023.csv'
const path = fileURLToPath(new URL(`../../../../data/training/${name}`, import.meta.url))

/** The drawn file that the courses are done with. */
export interface TrainingFile {
  readonly name: string
  readonly content: Buffer
  readonly bytes: number
  readonly sha256: string
}

let read: TrainingFile | undefined

/** The training file: crossings of people who do not exist, with the faults of real files. */
export function trainingFile(): TrainingFile {
  if (read === undefined) {
    const content = readFileSync(path)
    const sha256 = createHash('sha256').update(content).digest('hex')
    read = { name, content, bytes: content.length, sha256 }
  }
  return read
}
