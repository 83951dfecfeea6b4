/** Content types of the files of a release, by what their names end in. */
export const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  zip: 'application/zip',
  sig: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  pem: 'application/x-pem-file',
}
