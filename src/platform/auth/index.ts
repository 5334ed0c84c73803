/** Staff sign-in. */
export interface Auth {}
