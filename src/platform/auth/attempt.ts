/** Asking better-auth: its expected "no" is a value, its faults stay faults. */

/** What better-auth answers; undefined for its expected "no" (a wrong, old or spent secret). Faults are thrown. */
export async function attempt<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    const { name, statusCode } = error as { name?: string; statusCode?: number };
    if (name === "APIError" && statusCode !== undefined && statusCode < 500) return undefined;
    throw error;
  }
}
