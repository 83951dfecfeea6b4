import { terminalActor } from './terminal-actor.ts'

/** Whoever runs the node in a test, in the roles that the work at hand needs. */
export const keeper = terminalActor('data-officer')
export const statistician = terminalActor('statistician')
export const publisher = terminalActor('statistician', 'publisher')
