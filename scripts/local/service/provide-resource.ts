import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { NAME, nameOf } from './caller';
import { MONITORING_TYPES } from './monitoring/monitoring-types';
import type { ProvidedResource, ResourceTools, ResourceType } from './resource-type';
import { ServiceError, validationException } from './service-error';
import { SERVING_TYPES } from './serving/serving-types';
import type { Tags } from './tags';
import { TRAINING_TYPES } from './training-types';

const resourceRequest = z.object({
  action: z.enum(['create', 'update', 'delete']),
  type: z.string(),
  logicalId: z.string().default(''),
  stack: z.string().default(''),
  physicalId: z.string().default(''),
  props: z.record(z.string(), z.unknown()).default({}),
  oldProps: z.record(z.string(), z.unknown()).default({}),
  region: z.string(),
  account: z.string(),
});

const TYPES: Readonly<Record<string, ResourceType>> = { ...TRAINING_TYPES, ...SERVING_TYPES, ...MONITORING_TYPES };

/**
 * Creates, updates or deletes one resource of a stack, as the emulator's CloudFormation asks. Properties are checked as
 * the type has them; a change of one that cannot change makes another resource, which needs another name. Deleting what
 * is gone succeeds.
 */
export async function provideResource(
  body: unknown,
  tools: ResourceTools & { readonly tags: Tags },
): Promise<ProvidedResource> {
  const { action, type, logicalId, stack, physicalId, oldProps, ...request } = resourceRequest.parse(body);
  const provider = TYPES[type];
  if (!provider) throw new ServiceError('TypeNotFoundException', `Resource type ${type} is not provided locally`);
  if (action === 'delete') {
    if (provider.has(tools, physicalId)) await provider.delete(tools, physicalId);
    tools.tags.forget(type, physicalId);
    return { physicalId, attributes: {} };
  }
  const same = JSON.stringify(provider.fixed(oldProps)) === JSON.stringify(provider.fixed(request.props));
  const generated = action === 'update' && same ? nameOf(physicalId) : generatedName(logicalId);
  const props = { ...(provider.generatesName ? { [provider.nameProperty]: generated } : {}), ...request.props };
  const problems = provider.problems(props);
  if (problems.length > 0) throw validationException(`Properties validation failed: ${problems.join('; ')}`);
  const name = String(props[provider.nameProperty]);
  if (action === 'create' || (!same && name.toLowerCase() !== nameOf(physicalId).toLowerCase())) {
    if (!NAME.test(name)) throw validationException(`${provider.nameProperty} "${name}" must satisfy ${NAME}`);
    await provider.create(tools, props, request);
  } else if (same) {
    await provider.update(tools, props, physicalId);
  } else {
    const hint = `Rename ${name} and update the stack again.`;
    throw validationException(
      `CloudFormation cannot update a stack when a custom-named resource requires replacing. ${hint}`,
    );
  }
  tools.tags.set(type, name, props.Tags, { stack, logicalId });
  return provider.provided(tools, name);
}

/** A name as CloudFormation makes it for a resource that has none: another one each time. */
function generatedName(logicalId: string): string {
  const random = randomBytes(9).toString('base64').replace(/[+/]/g, 'x');
  return `${logicalId.slice(0, 50)}-${random}`;
}
