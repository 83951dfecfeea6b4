import type { Actor } from '@caudal/methods/govern'

/** What follows from what people decide on records is the work of the node, whoever decided. */
export const nodeActor: Actor = {
  kind: 'job',
  id: 'node',
  roles: ['statistician', 'data-officer'],
  institution: '',
  country: '',
}
