import type { Actor, Role } from '@caudal/methods/govern'
import { terminalActor } from './terminal-actor.ts'

/** Whoever runs the node in a test, in the roles that the work at hand needs. */
export const keeper = terminalActor('data-officer')
export const statistician = terminalActor('statistician')
export const publisher = terminalActor('statistician', 'publisher')

/** Somebody with an account of a country, who reads figures before protection. */
export const statisticianOf = (country: string, ...also: readonly Role[]): Actor => ({
  kind: 'person',
  id: `statistician of ${country}`,
  roles: ['statistician', ...also],
  institution: '',
  country,
})

/** Somebody who drafts releases of a country, and may approve and publish those of others. */
export const publisherOf = (country: string, id = 'Ana'): Actor => ({
  kind: 'person',
  id,
  roles: ['statistician', 'publisher'],
  institution: 'i',
  country,
})
