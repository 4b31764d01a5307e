interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** The tags of all that stacks made: the template's, and those that CloudFormation adds by itself. */
export class Tags {
  private readonly tags = new Map<string, readonly Tag[]>();

  set(type: string, name: string, given: unknown, by: { readonly stack: string; readonly logicalId: string }): void {
    const added = Object.entries({ 'stack-name': by.stack, 'logical-id': by.logicalId });
    const system = added.map(([key, Value]) => ({ Key: `aws:cloudformation:${key}`, Value }));
    this.tags.set(keyOf(type, name), [...((given ?? []) as readonly Tag[]), ...system]);
  }

  /** Those of an ARN such as `…:endpoint-config/name`; what no stack made has none. */
  list(arn: string): readonly Tag[] {
    const [, kind = '', name = ''] = /:([a-z-]+)\/([^:]+)$/.exec(arn) ?? [];
    return this.tags.get(keyOf(kind.replaceAll('-', ''), name)) ?? [];
  }

  forget(type: string, arnOrName: string): void {
    this.tags.delete(keyOf(type, arnOrName));
  }
}

/** `endpointconfig/name`, of the type and of the ARN alike. */
const keyOf = (type: string, arnOrName: string): string =>
  `${type.slice(type.lastIndexOf(':') + 1)}/${arnOrName.slice(arnOrName.lastIndexOf('/') + 1)}`.toLowerCase();
