import type { Assembly, Placed, Stack } from '../assembly';
import { type ArnForm, RESOURCE_ARNS } from '../facts/resource-arns';
import { inText } from '../in-text';
import { type Reference, referencesIn, target } from '../references';

/** What a resource is called where it was deployed; undefined for one that nobody has seen there. */
export type NameOf = (resource: Placed) => string | undefined;

const ACCOUNT = '111111111111';
const REFERENCES = new Set(['Ref', 'Fn::GetAtt', 'Fn::ImportValue']);

/**
 * Texts of an assembly in which ARNs stand as IAM sees them. What nothing fixes a name for is called `Stack.LogicalId`, unless
 * `nameOf` knows better; other attributes stay as `inText` has them.
 */
export class ResourceNames {
  public constructor(
    private readonly assembly: Assembly,
    private readonly nameOf: NameOf = () => undefined,
  ) {}

  public text(value: unknown, stack: Stack): string {
    const text = this.read(this.resolved(value, stack), stack);
    // `Fn::Sub` names resources within its text.
    return text.replace(/\$\{([^.}]+)\.(\w+)\.([\w.]+)\}/g, (whole, stackId, logicalId, attribute) => {
      const found = this.assembly.stacks.find(({ id }) => id === stackId);
      return (found && this.valueOf({ stack: found, logicalId, attribute })) ?? whole;
    });
  }

  /** The ARN of a resource, and what is granted within it; nothing for a type that has none that we know. */
  public arnsOf(resource: Placed): string[] {
    const form = RESOURCE_ARNS[resource.Type];
    return form ? [form.arn, ...(form.within ?? [])].map((arn) => this.filled(arn, form, resource)) : [];
  }

  public arnOf(resource: Placed): string | undefined {
    return this.arnsOf(resource)[0];
  }

  // Before `inText`, since what it splits and picks from has to be an ARN already.
  private resolved(value: unknown, stack: Stack): unknown {
    if (Array.isArray(value)) return value.map((each) => this.resolved(each, stack));
    if (typeof value !== 'object' || value === null) return value;
    const [[name, argument] = ['', undefined]] = Object.entries(value);
    if (!REFERENCES.has(name))
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.resolved(each, stack)]));
    const [reference, ...others] = referencesIn({ [name]: argument }, stack, this.assembly);
    return (reference && others.length === 0 ? this.valueOf(reference) : undefined) ?? value;
  }

  private valueOf(reference: Reference): string | undefined {
    const { attribute } = reference;
    const resource = target(reference);
    const form = resource && RESOURCE_ARNS[resource.Type];
    if (!form) return undefined;
    if (/Arn$/.test(attribute) || (attribute === 'Ref' && form.ref === 'arn'))
      return this.filled(form.arn, form, resource);
    if (/Name$/.test(attribute) || (attribute === 'Ref' && form.ref === undefined)) return this.name(form, resource);
    return undefined;
  }

  private filled(arn: string, form: ArnForm, resource: Placed): string {
    return arn
      .replace('{region}', resource.stack.region)
      .replace('{account}', ACCOUNT)
      .replace('{name}', this.name(form, resource));
  }

  private name({ name }: ArnForm, resource: Placed): string {
    const { stack, logicalId, Properties } = resource;
    const fixed = name === undefined ? undefined : Properties[name];
    const text = fixed === undefined ? '' : this.read(fixed, stack);
    return this.nameOf(resource) ?? (text && !text.includes('${') ? text : `${stack.id}.${logicalId}`);
  }

  /** A malformed intrinsic is no text that anything could match. */
  private read(value: unknown, stack: Stack): string {
    try {
      return inText(value, stack, this.assembly);
    } catch {
      return JSON.stringify(value);
    }
  }
}
