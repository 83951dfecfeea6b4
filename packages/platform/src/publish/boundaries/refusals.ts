import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why a boundary file is not taken in (it is refused whole), or a boundary set not given out. */
export const boundaryRefusals = defineRefusals('publish.boundaries', {
  'no-such-set': {
    status: 404,
    what: {
      es: 'Este nodo no tiene límites con el identificador «{id}».',
      en: 'This node has no boundaries called “{id}”.',
      fr: 'Ce nœud n’a pas de limites appelées « {id} ».',
    },
    advice: {
      es: 'Consulte la lista en /api/boundaries.',
      en: 'See the list at /api/boundaries.',
      fr: 'Consultez la liste dans /api/boundaries.',
    },
  },
  'file-missing': {
    status: 404,
    what: {
      es: 'No se puede leer el archivo {file} ({reason}).',
      en: 'The file {file} cannot be read ({reason}).',
      fr: 'Le fichier {file} ne peut pas être lu ({reason}).',
    },
    advice: {
      es: 'Compruebe la ruta y los permisos.',
      en: 'Check its path and its rights.',
      fr: 'Vérifiez son chemin et ses droits.',
    },
  },
  'file-empty': {
    status: 422,
    what: {
      es: 'El archivo {file} está vacío.',
      en: 'The file {file} is empty.',
      fr: 'Le fichier {file} est vide.',
    },
    advice: {
      es: 'Pida el archivo de nuevo a quien lo envió.',
      en: 'Ask whoever sent the file for it again.',
      fr: 'Redemandez le fichier à son expéditeur.',
    },
  },
  'file-too-large': {
    status: 413,
    what: {
      es: 'El archivo {file} pesa {size} MB; se aceptan hasta {limit} MB.',
      en: 'The file {file} has {size} MB; up to {limit} MB are taken.',
      fr: 'Le fichier {file} fait {size} Mo ; {limit} Mo au plus sont acceptés.',
    },
    advice: {
      es: 'Simplifique los límites o divídalos por país antes de importarlos.',
      en: 'Simplify the boundaries or cut them by country before importing.',
      fr: 'Simplifiez les limites ou découpez-les par pays avant de les importer.',
    },
  },
  'file-truncated': {
    status: 422,
    what: {
      es: 'El archivo {file} está cortado: termina antes de cerrar su contenido.',
      en: 'The file {file} is cut short: it ends before its content is closed.',
      fr: 'Le fichier {file} est tronqué : il finit avant que son contenu soit fermé.',
    },
    advice: {
      es: 'Descárguelo o cópielo de nuevo completo.',
      en: 'Download or copy it again in full.',
      fr: 'Téléchargez-le ou copiez-le de nouveau en entier.',
    },
  },
  'not-json': {
    status: 422,
    what: {
      es: 'El archivo {file} no es JSON en UTF-8 ({reason}).',
      en: 'The file {file} is not JSON in UTF-8 ({reason}).',
      fr: 'Le fichier {file} n’est pas du JSON en UTF-8 ({reason}).',
    },
    advice: {
      es: 'Exporte los límites como GeoJSON o TopoJSON; un archivo comprimido o un shapefile hay que convertirlo antes.',
      en: 'Export the boundaries as GeoJSON or TopoJSON; a zip archive or a shapefile must be converted first.',
      fr: 'Exportez les limites en GeoJSON ou TopoJSON ; une archive zip ou un shapefile doit d’abord être converti.',
    },
  },
  'not-boundaries': {
    status: 422,
    what: {
      es: 'El archivo {file} es JSON, pero no GeoJSON ni TopoJSON ({reason}).',
      en: 'The file {file} is JSON, but neither GeoJSON nor TopoJSON ({reason}).',
      fr: 'Le fichier {file} est du JSON, mais ni GeoJSON ni TopoJSON ({reason}).',
    },
    advice: {
      es: 'Exporte los límites como FeatureCollection (GeoJSON) o Topology (TopoJSON).',
      en: 'Export the boundaries as a FeatureCollection (GeoJSON) or a Topology (TopoJSON).',
      fr: 'Exportez les limites en FeatureCollection (GeoJSON) ou Topology (TopoJSON).',
    },
  },
  'several-layers': {
    status: 422,
    what: {
      es: 'El archivo {file} contiene varias capas de polígonos: {layers}.',
      en: 'The file {file} holds several layers of polygons: {layers}.',
      fr: 'Le fichier {file} contient plusieurs couches de polygones : {layers}.',
    },
    advice: {
      es: 'Indique cuál con --layer.',
      en: 'Say which with --layer.',
      fr: 'Dites laquelle avec --layer.',
    },
  },
  'no-areas': {
    status: 422,
    what: {
      es: 'El archivo {file} no contiene ninguna área.',
      en: 'The file {file} holds no area.',
      fr: 'Le fichier {file} ne contient aucune zone.',
    },
    advice: {
      es: 'Compruebe el filtro con que se exportó.',
      en: 'Check the filter it was exported with.',
      fr: 'Vérifiez le filtre de son export.',
    },
  },
  'too-many-areas': {
    status: 422,
    what: {
      es: 'El archivo {file} contiene {areas} áreas; se aceptan hasta {limit}.',
      en: 'The file {file} holds {areas} areas; up to {limit} are taken.',
      fr: 'Le fichier {file} contient {areas} zones ; {limit} au plus sont acceptées.',
    },
    advice: {
      es: 'Divida el archivo por país o por departamento.',
      en: 'Cut the file by country or by department.',
      fr: 'Découpez le fichier par pays ou par département.',
    },
  },
  'geometry-wrong': {
    status: 422,
    what: {
      es: 'El área {position} de {file} es de tipo {kind}; un mapa de áreas necesita polígonos.',
      en: 'Area {position} of {file} is a {kind}; a map of areas needs polygons.',
      fr: 'La zone {position} de {file} est de type {kind} ; une carte de zones demande des polygones.',
    },
    advice: {
      es: 'Exporte la capa de polígonos, no la de puntos o líneas.',
      en: 'Export the layer of polygons, not that of points or lines.',
      fr: 'Exportez la couche de polygones, pas celle de points ou de lignes.',
    },
  },
  'coordinates-projected': {
    status: 422,
    what: {
      es: 'Las coordenadas de {file} no son longitud y latitud en grados ({sample}): están proyectadas, o en otro sistema.',
      en: 'The coordinates of {file} are not longitude and latitude in degrees ({sample}): they are projected, or in another system.',
      fr: 'Les coordonnées de {file} ne sont pas une longitude et une latitude en degrés ({sample}) : elles sont projetées, ou dans un autre système.',
    },
    advice: {
      es: 'Exporte los límites en WGS 84 (EPSG:4326), con la longitud primero.',
      en: 'Export the boundaries in WGS 84 (EPSG:4326), longitude first.',
      fr: 'Exportez les limites en WGS 84 (EPSG:4326), la longitude en premier.',
    },
  },
  'coordinates-broken': {
    status: 422,
    what: {
      es: 'El área {position} de {file} tiene un contorno que no encierra nada ({reason}).',
      en: 'Area {position} of {file} has an outline that encloses nothing ({reason}).',
      fr: 'La zone {position} de {file} a un contour qui n’enferme rien ({reason}).',
    },
    advice: {
      es: 'Repare las geometrías en su programa de mapas y exporte de nuevo.',
      en: 'Repair the geometries in your mapping program and export again.',
      fr: 'Réparez les géométries dans votre logiciel de cartographie et exportez de nouveau.',
    },
  },
  'code-property-missing': {
    status: 422,
    what: {
      es: 'Ninguna área de {file} tiene la propiedad «{property}». Hay: {found}.',
      en: 'No area of {file} has the property “{property}”. There are: {found}.',
      fr: 'Aucune zone de {file} n’a la propriété « {property} ». Il y a : {found}.',
    },
    advice: {
      es: 'Indique con --code-property la que lleva el código oficial.',
      en: 'Name with --code-property the one that carries the official code.',
      fr: 'Indiquez avec --code-property celle qui porte le code officiel.',
    },
  },
  'code-missing': {
    status: 422,
    what: {
      es: '{count} áreas de {file} no tienen código en «{property}»; la primera es la {position}.',
      en: '{count} areas of {file} have no code in “{property}”; the first is number {position}.',
      fr: '{count} zones de {file} n’ont pas de code dans « {property} » ; la première est la {position}.',
    },
    advice: {
      es: 'Complete los códigos, o quite las áreas que no son unidades administrativas.',
      en: 'Fill the codes in, or take out the areas that are no administrative units.',
      fr: 'Complétez les codes, ou retirez les zones qui ne sont pas des unités administratives.',
    },
  },
  'codes-repeated': {
    status: 422,
    what: {
      es: 'En {file} hay códigos repetidos: {codes}.',
      en: 'Codes are repeated in {file}: {codes}.',
      fr: 'Des codes sont répétés dans {file} : {codes}.',
    },
    advice: {
      es: 'Corrija los códigos; si son partes de una misma área, añada --dissolve para unirlas.',
      en: 'Correct the codes; if they are parts of one area, add --dissolve to join them.',
      fr: 'Corrigez les codes ; si ce sont des parties d’une même zone, ajoutez --dissolve pour les réunir.',
    },
  },
  'country-unknown': {
    status: 422,
    what: {
      es: '«{country}» no es un código de país ISO 3166-1 de tres letras.',
      en: '“{country}” is no ISO 3166-1 country code of three letters.',
      fr: '« {country} » n’est pas un code de pays ISO 3166-1 à trois lettres.',
    },
    advice: {
      es: 'Escriba por ejemplo --country GTM.',
      en: 'Write for example --country GTM.',
      fr: 'Écrivez par exemple --country GTM.',
    },
  },
})
