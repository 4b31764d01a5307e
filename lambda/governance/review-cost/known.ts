/** A value, or why there is none: what is not known is never a flattering zero. */
export type Known<Value> = { readonly value: Value } | { readonly value: null; readonly reason: string };
