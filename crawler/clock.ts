/** Milliseconds since 1970 on a clock that never jumps, so that delays measured with it are delays. */
export function clock(): number {
  return performance.timeOrigin + performance.now();
}

/** An instant of `clock` as UTC ISO 8601 with milliseconds. */
export function instantOf(ms: number): string {
  return new Date(ms).toISOString();
}
