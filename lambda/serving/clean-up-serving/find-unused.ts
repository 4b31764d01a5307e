/** A model or an endpoint configuration of the stack's history. */
export interface Retained {
  readonly kind: 'model' | 'config';
  readonly name: string;
}

export interface History {
  /** Everything the stack ever made, oldest or newest first, also what it deleted itself. */
  readonly made: readonly (Retained & { readonly deleted: boolean })[];
  /** What it holds now. */
  readonly held: readonly Retained[];
  /** What the endpoints run, or are about to; SageMaker may have gone back to something that the stack let go of. */
  readonly used: readonly Retained[];
}

const idOf = ({ kind, name }: Retained) => `${kind}/${name}`;

/** What the stack let go of and nothing uses: configurations first, since they name models. */
export function findUnused({ made, held, used }: History): Retained[] {
  const kept = new Set([...held, ...used, ...made.filter(({ deleted }) => deleted)].map(idOf));
  const unused = new Map(made.filter((each) => !kept.has(idOf(each))).map((each) => [idOf(each), each]));
  return [...unused.values()]
    .map(({ kind, name }) => ({ kind, name }))
    .sort((one, other) => idOf(one).localeCompare(idOf(other)));
}
