import { queryOptions } from '@tanstack/react-query'
import type { AuditEntry, Due, RegisterDocument, RegisterName } from '@caudal/methods/govern'
import type { Text } from '@caudal/methods/vocabulary'
import { askNode } from '../../node-api/ask-node.ts'

/** A document of a register in one version. */
export interface Stored<Name extends RegisterName = RegisterName> {
  readonly id: string
  readonly version: number
  readonly content: RegisterDocument<Name>
  readonly changedBy: string
  readonly changedAt: string
}

const key = (...parts: readonly string[]) => ['account-items', 'govern', ...parts]

export const dueQuery = queryOptions({
  queryKey: key('due'),
  queryFn: ({ signal }) => askNode<{ today: string; due: Due[] }>('/api/govern/due', signal),
  staleTime: 0,
})

export const registerQuery = (register: string) =>
  queryOptions({
    queryKey: key('register', register),
    queryFn: ({ signal }) =>
      askNode<{ documents: Stored[] }>(
        `/api/govern/registers/${encodeURIComponent(register)}`,
        signal,
      ),
    staleTime: 0,
  })

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: key('request', id),
    queryFn: ({ signal }) =>
      askNode<{ versions: Stored<'request'>[]; people: Readonly<Record<string, string>> }>(
        `/api/govern/registers/request/${encodeURIComponent(id)}`,
        signal,
      ),
    staleTime: 0,
  })

/** All versions of a document, the newest first, and the people that they mention. */
export const documentQuery = (register: string, id: string) =>
  queryOptions({
    queryKey: key('document', register, id),
    queryFn: ({ signal }) =>
      askNode<{
        versions: Stored[]
        people: Readonly<Record<string, string>>
        mayChange: boolean
      }>(`/api/govern/registers/${encodeURIComponent(register)}/${encodeURIComponent(id)}`, signal),
    staleTime: 0,
  })

/** The derogations that one has asked for. */
export const derogationsQuery = queryOptions({
  queryKey: key('derogations'),
  queryFn: ({ signal }) =>
    askNode<{ derogations: Stored<'derogation'>[] }>('/api/govern/derogations', signal),
  staleTime: 0,
})

/** Something that has been kept as long as its activity allows: of a batch, or of what waits in none. */
export interface Expired {
  readonly batch: number | null
  readonly dataset: string
  readonly title: Text
  readonly what: 'identities' | 'records' | 'entries' | 'drafts' | 'files'
  /** How many, of what is in no batch. */
  readonly count?: number
  readonly since: string
}

/** A run that erased what had expired. */
export interface RetentionRun {
  readonly id: number
  readonly kind: 'daily' | 'by-hand'
  readonly startedAt: string
  readonly endedAt: string | null
  readonly outcome: 'running' | 'done' | 'held' | 'failed'
  readonly erased: readonly Expired[]
  /** How much had expired that is of other countries than whoever ran it. */
  readonly leftToOthers: number
  readonly problem: { readonly what: Text; readonly advice: Text } | null
}

/** What the node knows of its backups. */
export interface KnownBackups {
  readonly kept: number
  readonly oldest: string | null
  readonly newest: string | null
  readonly holdErased: boolean
  readonly state: 'none' | 'recent' | 'old'
}

interface Retention {
  readonly expired: readonly (Expired & {
    /** Whether it is of the country of whoever looks, who may erase it by hand. */
    readonly isOwn: boolean
  })[]
  readonly runs: readonly RetentionRun[]
  readonly unscheduled: readonly { readonly dataset: string; readonly title: Text }[]
  readonly backups: KnownBackups
}

export const retentionQuery = queryOptions({
  queryKey: key('retention'),
  queryFn: ({ signal }) => askNode<Retention>('/api/govern/retention', signal),
  staleTime: 0,
})

export const noticesQuery = queryOptions({
  queryKey: key('notices'),
  queryFn: ({ signal }) => askNode<{ notices: Stored<'notice'>[] }>('/api/govern/notices', signal),
  staleTime: 0,
})

/** What the node holds of one dataset. */
export interface HeldDataset {
  readonly dataset: string
  readonly title: Text
  readonly synthetic: boolean
  readonly owner: string
  readonly ownerName: string
  readonly country: string
  readonly activity: string
  readonly batches: number
  readonly records: number | null
  readonly withNames: number | null
  readonly withheld: number | null
  readonly erased: number | null
  readonly receivedUntil: string | null
  readonly cubes: readonly string[]
  readonly releases: readonly string[]
  readonly sharedWith: readonly string[]
}

/** What is held of persons outside of batches: records that wait in forms, drafts, files sent in. */
export interface HeldWaiting {
  readonly what: 'entries' | 'drafts' | 'files'
  readonly title: Text
  readonly dataset: string
  readonly ownerName: string
  readonly country: string
  readonly activity: string
  readonly count: number
  readonly held: number
  /** ISO dates. */
  readonly oldest: string
  readonly keptUntil: string | null
}

export const inventoryQuery = queryOptions({
  queryKey: key('inventory'),
  queryFn: ({ signal }) =>
    askNode<{ datasets: HeldDataset[]; waiting: HeldWaiting[] }>('/api/govern/inventory', signal),
  staleTime: 0,
})

export interface LoggedEntry {
  readonly index: number
  readonly entry: AuditEntry
}

/** A page of the log, and how what its entries name is called, by identifier. */
export interface LogPage {
  readonly size: number
  readonly entries: readonly LoggedEntry[]
  readonly people: Readonly<Record<string, string>>
  readonly countries: Readonly<Record<string, Text>>
}

export const auditQuery = (before: number | undefined) =>
  queryOptions({
    queryKey: key('audit', String(before ?? '')),
    queryFn: ({ signal }) =>
      askNode<LogPage>(
        `/api/govern/audit${before === undefined ? '' : `?before=${before}`}`,
        signal,
      ),
    staleTime: 0,
  })

/** An entry with what proves that it is in the log. */
export interface Proof {
  readonly index: number
  readonly entry: string
  readonly path: readonly string[]
  readonly note: string
  /** The public key of the log, as the node tells it. */
  readonly key: string
}

export const proofQuery = (index: string) =>
  queryOptions({
    queryKey: key('proof', index),
    queryFn: ({ signal }) =>
      askNode<Proof>(`/api/govern/audit/${encodeURIComponent(index)}/proof`, signal),
    staleTime: 0,
  })
