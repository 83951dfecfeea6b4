export { incident } from './incident.ts'
export { movement } from './movement.ts'
export { observation } from './observation.ts'
export { getField, getRecordType, listDerivedRecordTypes, listRecordTypes } from './registry.ts'
