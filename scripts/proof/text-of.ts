import type { Assembly, Placed } from './assembly';
import { inText } from './in-text';
import { record } from './json';

/**
 * A value of a resource as text, with the defaults of the template's parameters put in. Empty for what CloudFormation could
 * not put together either.
 */
export function textOf(value: unknown, { stack }: Pick<Placed, 'stack'>, assembly: Assembly): string {
  const parameters = record(stack.template.Parameters);
  try {
    return inText(value, stack, assembly).replace(
      /\$\{([^.}]+)\.([^.}]+)\.Ref\}/g,
      (whole, id: string, name: string) => {
        const fallback = id === stack.id ? record(parameters[name]).Default : undefined;
        return fallback === undefined ? whole : String(fallback);
      },
    );
  } catch {
    return '';
  }
}

/** Whether only a deployment will know the text, or a part of it. */
export function isOpen(text: string): boolean {
  return text === '' || text.includes('${');
}
