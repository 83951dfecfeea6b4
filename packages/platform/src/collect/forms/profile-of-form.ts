import { formProfile, type FormMapping } from '@caudal/methods/collect/xlsform'
import type { KeptForm } from './kept-form.ts'

/**
 * The source profile of a form under a number of its mapping. A workbook whose name begins with
 * SYNTHETIC makes records of people who do not exist, as any file of that name does.
 */
export function profileOf(
  form: Pick<KeptForm, 'institution' | 'form' | 'title' | 'fileName' | 'definition'>,
  mapping: FormMapping,
  version: number,
): Readonly<Record<string, unknown>> {
  const { institution, form: name, title, fileName, definition } = form
  return formProfile(definition, mapping, {
    institution,
    form: name,
    version,
    title,
    synthetic: fileName.startsWith('SYNTHETIC'),
  })
}
