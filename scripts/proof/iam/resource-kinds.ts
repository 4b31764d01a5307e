import { partsOf } from './arn';
import { type ResourceType, resourceTypes } from './service-reference';
import { overlap, type Token, tokensOf } from './wildcard';

/** Names that hold slashes or colons themselves; any other variable of an ARN ends where they begin. */
const LONG = /ObjectName|LogGroupName|LogStreamName|WithPath|WithoutLeadingSlash|SecretId|RepositoryName/;

const known = new Map<string, ResourceType[]>();

/**
 * Which of a service's types an ARN, or a pattern of ARNs, may name. An ARN that fits none by the letter is read with its last
 * variable open to the end: a version of a model package is `model-package/group/1`, which the reference does not show.
 */
export function kindsOf(arn: string, service: string): readonly ResourceType[] {
  const key = `${service} ${arn}`;
  const found = known.get(key) ?? searchedFor(arn, resourceTypes(service));
  known.set(key, found);
  return found;
}

function searchedFor(arn: string, types: readonly ResourceType[]): ResourceType[] {
  const exact = types.filter((type) => fits(arn, type, false));
  return exact.length > 0 ? exact : types.filter((type) => fits(arn, type, true));
}

function fits(arn: string, type: ResourceType, open: boolean): boolean {
  const [found, template] = [partsOf(arn), partsOf(type.arn)];
  if (!found || !template || found.length !== template.length) return false;
  return template.every((part, index) => overlap(tokensOf(found[index] ?? ''), templateTokens(part, open)));
}

function templateTokens(part: string, open: boolean): Token[] {
  const pieces = part.split(/(\$\{[^}]*\})/).filter((piece) => piece !== '');
  return pieces.flatMap((piece, index) => {
    if (!piece.startsWith('${')) return tokensOf(piece);
    const barred = LONG.test(piece) || (open && index === pieces.length - 1) ? '' : '/:';
    return [
      { barred, loop: false },
      { barred, loop: true },
    ];
  });
}
