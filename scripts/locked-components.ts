/** What a lock file says of a package. */
interface LockedPackage {
  readonly name?: string
  readonly version?: string
  readonly dev?: true
  readonly link?: true
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly deprecated?: string
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/** A library that a node loads, or a build of one for another kind of machine. */
export interface LockedComponent {
  readonly name: string
  readonly version: string
  /** A build for one kind of machine: it comes and goes with the library that asks for that very version. */
  readonly build: boolean
  /** What whoever publishes that version says of why nobody should use it any more. */
  readonly withdrawn?: string
}

/** Every library of a node that the lock file names, once, in the order of names and versions. */
export function lockedComponents({ packages }: Lock): LockedComponent[] {
  const found = new Map<string, LockedComponent>()
  for (const [path, { name, version, dev, link, os, cpu, libc, deprecated }] of Object.entries(
    packages,
  )) {
    const at = path.lastIndexOf('node_modules/')
    if (at < 0 || dev === true || link === true || version === undefined) continue
    const component = {
      name: name ?? path.slice(at + 'node_modules/'.length),
      version,
      build: os !== undefined || cpu !== undefined || libc !== undefined,
      ...(deprecated === undefined ? {} : { withdrawn: deprecated }),
    }
    found.set(`${component.name}@${version}`, component)
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, component]) => component)
}
