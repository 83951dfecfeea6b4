#!/usr/bin/env node
// Starts a worker process from its TypeScript source: long jobs run here, apart from the server.
const { register } = await import('tsx/esm/api')
register()
await import('../src/app/worker.ts')
