/**
 * A text without accents and capitals, for comparing what people type with what is written.
 *
 * @example foldText('São Tomé') // => 'sao tome'
 */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
