/** The form of an e-mail address in which it is compared and unique. */
export const normalEmail = (email: string): string => email.trim().normalize('NFKC').toLowerCase()
