/** Files of comma-separated values (RFC 4180). */

/** A field that may hold commas, quotes or line breaks. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
