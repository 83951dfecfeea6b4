import {
  formFaultWords,
  unsupportedWords,
  type FormFault,
  type UnsupportedPart,
} from '@caudal/methods/collect/xlsform'
import type { Language } from '@caudal/methods/vocabulary'

/** What is not supported, in a line: where it stands, what it is, and what that means. */
export function unsupportedLine(part: UnsupportedPart, language: Language): string {
  return `${placeOf(part)}: ${part.text} → ${unsupportedWords[part.meaning][language]}`
}

/** What is wrong, in a line: where it stands, what it is, and why. */
export function faultLine(fault: FormFault, language: Language): string {
  return `${placeOf(fault)}: ${fault.text} → ${formFaultWords[fault.fault][language]}`
}

function placeOf({ sheet, row, name, part }: FormFault | UnsupportedPart): string {
  return [`${sheet}:${row}`, name, part].filter(Boolean).join(' ')
}
