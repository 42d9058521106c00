/** Where the use case says what an operator may want to know; pino fits. Never given a contact detail. */
export interface Log {
  warn(details: Record<string, string | number>, message: string): void;
}

export const SILENT: Log = { warn() {} };
