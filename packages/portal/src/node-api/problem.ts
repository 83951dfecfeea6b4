/**
 * An answer that is none: refused by the node (with its own words), failed by it, or not reached.
 * `status` 0 means that no answer came at all.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  /** The code of the refusal, such as `publish.cube-unknown`; empty where the node gave none. */
  readonly code: string
  /** What happened and what to do, in the reader's language, where the node said so. */
  readonly what: string | undefined
  readonly advice: string | undefined

  constructor(status: number, code = '', what?: string, advice?: string) {
    super(`${status} ${code} ${what ?? ''}`.trim())
    this.status = status
    this.code = code
    this.what = what
    this.advice = advice
  }
}
