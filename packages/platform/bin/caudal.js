#!/usr/bin/env node
// Starts the command line; the program is built from its TypeScript source where that has changed.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Caudal needs Node.js 20.19 or later; this is ${process.versions.node}. Install a newer Node.js and try again.\n`,
  )
  process.exit(2)
}
// Each statement of the lake engine under way holds one thread of the pool: four are too few.
process.env.UV_THREADPOOL_SIZE ??= '16'
const { programFile } = await import('../program/program-file.js')
await import(await programFile('cli'))
