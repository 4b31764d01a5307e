interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** An error as a service names it. */
export function failure(name: string, message = name): Error {
  return Object.assign(new Error(message), { name });
}

/** One item a page: whoever reads only the first page misses the rest. */
export function page<T>(all: readonly T[], token?: string): Page<T> {
  const at = Number(token ?? 0);
  return { items: all.slice(at, at + 1), next: at + 1 < all.length ? String(at + 1) : undefined };
}
