/** Why the user has to act. `bad_usage` and `bad_input` end with exit code 2, `stopped` with 3 (resumable). */
export type AuditErrorCode = "bad_usage" | "bad_input" | "stopped";

/**
 * The one error class: something the user must fix. What a remote site does is never an error but a recorded outcome.
 *
 * The message says what is wrong, where, and what to do about it; it may hold several faults, one a line.
 */
export class AuditError extends Error {
  readonly code: AuditErrorCode;

  constructor(code: AuditErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AuditError";
    this.code = code;
  }
}
