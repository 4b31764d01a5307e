export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** `tags` as SageMaker takes them. Jobs need them in their own arguments: a pipeline's tags do not reach them. */
export function tagList(tags: Readonly<Record<string, string>>): readonly Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
