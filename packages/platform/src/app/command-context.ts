import type { CaudalNode } from '../store/node.ts'
import type { Language } from '@caudal/methods/vocabulary'

/** A bar on the terminal (stderr); plain lines where stderr is no terminal. */
export interface Progress {
  /** `done` from 0 to 1. */
  update(done: number, note?: string): void
  finish(note?: string): void
}

/** What a stage's `commands.ts` is given. Human words go to stderr, data to stdout. */
export interface CommandContext {
  readonly language: Language
  /** Opens the node of `--data` (or CAUDAL_DATA, or `.caudal`); closed by the command line at the end. */
  openNode(): Promise<CaudalNode>
  /** The same where the data folder is there already; undefined where it is not, and none is made. */
  findNode(): Promise<CaudalNode | undefined>
  /**
   * The same for what speaks of a node that is there: of a folder that was mistyped nothing is made, checked or copied.
   * @throws {Refusal} app.no-node
   */
  knownNode(): Promise<CaudalNode>
  /** A sentence for people, to stderr. */
  say(sentence: string): void
  /** Data, to stdout; resolves when written, so that a slow pipe holds the writer back. */
  write(data: string | Uint8Array): Promise<void>
  progress(title: string): Progress
}
