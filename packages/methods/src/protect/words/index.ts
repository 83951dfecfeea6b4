export { sayCoarsened, type CoarsenedSaid } from './coarsened-words.ts'
export { counted, type Counted } from './counted.ts'
export { sayJoint, type JointFindings } from './joint-words.ts'
