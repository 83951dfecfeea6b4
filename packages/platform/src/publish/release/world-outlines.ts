import type { BoundaryFile } from '../../../../portal/src/release/index.ts'
import table from '../../../../../data/boundaries/world.json' with { type: 'json' }

/**
 * The outlines of countries as the program ships them, under their alpha-3 codes. They are not those that
 * a built portal has: a release must come out the same on every node.
 */
export async function worldOutlines(): Promise<BoundaryFile> {
  const { default: topology } = await import('world-atlas/countries-50m.json', {
    with: { type: 'json' },
  })
  const codes: Readonly<Record<string, string>> = table.alpha3ByNumeric
  const { geometries } = topology.objects.countries
  return {
    ...topology,
    about: { level: 'country', title: '', owner: '', licence: '' },
    objects: {
      areas: {
        type: 'GeometryCollection',
        geometries: geometries.flatMap((geometry) => {
          const code = codes[String((geometry as { id?: string }).id)]
          return code === undefined ? [] : [{ ...geometry, id: code }]
        }),
      },
    },
  } as unknown as BoundaryFile
}
