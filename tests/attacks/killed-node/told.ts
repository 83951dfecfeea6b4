/** What a node under load is to do; in one run of its process. */
export interface LoadRequest {
  readonly root: string
  readonly registerUrl: string
  readonly registerOwnerUrl: string
  readonly run: number
  /** Files to take in, one after another. */
  readonly files: readonly string[]
  readonly profile: string
  /** A processing activity, of which version after version is put. */
  readonly activity: { readonly controller: string }
}

/** What the node was told is done, or what it saw. */
export type Told =
  | { readonly what: 'open' }
  | { readonly what: 'appended'; readonly index: number; readonly subject: string }
  | { readonly what: 'checkpoint'; readonly size: number; readonly root: string }
  | { readonly what: 'put'; readonly version: number; readonly title: string }
  | { readonly what: 'imported'; readonly file: string; readonly batch: number | null }
  | { readonly what: 'bug'; readonly words: string }
