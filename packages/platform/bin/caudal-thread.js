// Starts a thread of the program: its data names the entry.
import { workerData } from 'node:worker_threads'
import { programFile } from '../program/program-file.js'

await import(await programFile(workerData.entry))
