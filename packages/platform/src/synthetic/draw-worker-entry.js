// Starts a drawing thread from its TypeScript source: a thread does not inherit the loader.
import { register } from 'tsx/esm/api'

register()
await import('./draw-worker.ts')
