import { z } from 'zod'
import { purposes, type Purpose } from '../policy/purposes.ts'

/** Identifiers as they stand in the registers: lower case, digits, hyphens. */
export const identifier = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
export const text = z.string().trim().min(1).max(4000)
export const country = z.string().regex(/^[A-Z]{3}$/)
export const day = z.iso.date()
export const instant = z.iso.datetime()
export const purpose = z.enum(Object.keys(purposes) as [Purpose, ...Purpose[]])
/** An account, or a person known by name to the institution. */
export const person = z.string().trim().min(1).max(200)
