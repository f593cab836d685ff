/** A day in milliseconds; ages are real-valued days of this length. */
export const dayMs = 86_400_000;

/** A week in milliseconds. */
export const weekMs = 7 * dayMs;
