#!/usr/bin/env node
// Starts a worker process: long jobs run here, apart from the server.
import { programFile } from '../program/program-file.js'

await import(await programFile('worker'))
