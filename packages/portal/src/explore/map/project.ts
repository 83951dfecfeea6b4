import { geoAzimuthalEqualArea, geoConicEqualArea, geoEqualEarth, type GeoProjection } from 'd3-geo'
import type { MapProjection } from '@caudal/methods/publish/map'

/** The projection that d3-geo draws; its scale is fitted later. */
export function projectionOf(chosen: MapProjection): GeoProjection {
  if (chosen.kind === 'equal-earth') return geoEqualEarth().rotate([-chosen.longitude, 0])
  if (chosen.kind === 'azimuthal-equal-area') {
    return geoAzimuthalEqualArea().rotate([-chosen.longitude, -chosen.latitude])
  }
  return geoConicEqualArea()
    .parallels([...chosen.parallels])
    .rotate([-chosen.longitude, 0])
    .center([0, chosen.latitude])
}
