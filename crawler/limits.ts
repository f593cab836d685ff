/** What one exchange may cost, in milliseconds and bytes. Own choices: generous for slow honest sites, small beside a trap. */
export interface Limits {
  lookupMs: number;
  connectMs: number;
  /** From the request's departure to the end of the response headers. */
  firstByteMs: number;
  /** Between two pieces of the body. */
  idleMs: number;
  /** From the call to the last byte. */
  wholeMs: number;
  /** The same for robots.txt, which everything else waits for. */
  robotsMs: number;
  /** Body as sent. */
  wireBytes: number;
  /** Body after decompression. */
  bodyBytes: number;
  /** Status line and headers. */
  headerBytes: number;
}

/** Limits unless the caller says otherwise. */
export const defaultLimits: Limits = {
  lookupMs: 10_000,
  connectMs: 10_000,
  firstByteMs: 20_000,
  idleMs: 10_000,
  wholeMs: 45_000,
  robotsMs: 20_000,
  wireBytes: 5 * 1024 * 1024,
  bodyBytes: 5 * 1024 * 1024,
  headerBytes: 64 * 1024,
};
