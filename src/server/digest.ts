import { createHash } from 'node:crypto';

/** Tells values that can be written as JSON from one another: SHA-256, in 43 letters, digits, `-` and `_`. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
