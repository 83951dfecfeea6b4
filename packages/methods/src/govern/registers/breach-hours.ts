/** Hours within which a breach is told to the authority, from the moment it was noticed. */
export const breachHours = 72
