import type { Judged } from './finding';

const REFUSED = /AccessDenied|Unauthorized|AuthorizationError|NotAuthorized/i;
const THROTTLED = /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown/i;
const UNREACHABLE = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|TimeoutError|NetworkingError/;

/** Begins the message of every finding that is none. */
export const UNASKED = 'could not be asked';

export interface NotAsked {
  readonly needs: readonly string[];
  readonly error: unknown;
  /** Who asks, as STS names it. */
  readonly principal: string;
}

/** What there is to say when an account gave no answer: it is unknown, which is no reason to stop. */
export function notAsked({ needs, error, principal }: NotAsked): Judged {
  const { name = 'Error', message = String(error), code = '' } = (error ?? {}) as { [key: string]: string | undefined };
  const said = `${name} ${code}`;
  const unknown = (why: string) => ({
    severity: 'to-know' as const,
    message: `${UNASKED}: ${why}`,
  });
  if (REFUSED.test(said))
    return {
      ...unknown(`AWS refused (${firstLine(message)}); it needs ${needs.join(', ')}`),
      command: grant(principal),
    };
  if (THROTTLED.test(said)) return unknown(`AWS throttled it (${name}); ask again in a minute`);
  if (UNREACHABLE.test(`${said} ${message}`))
    return unknown(`the service does not answer in this region, or there is no way to it (${firstLine(message)})`);
  return unknown(`${name}: ${firstLine(message)}`);
}

const POLICY = 'docs/deploy-policy/preflight.json';

/** The command that lets whoever asked ask the next time. A role of IAM Identity Center can only be changed there. */
function grant(principal: string): string {
  const [, kind, who = ''] = /:(user|assumed-role)\/([^/]+(?:\/[^/]+)*)$/.exec(principal) ?? [];
  const name = kind === 'user' ? who.split('/').at(-1) : who.split('/')[0];
  if (kind === undefined || name === undefined || name.startsWith('AWSReservedSSO_'))
    return `let whoever grants ${principal} its rights add ${POLICY}`;
  const of = kind === 'user' ? `put-user-policy --user-name ${name}` : `put-role-policy --role-name ${name}`;
  return `aws iam ${of} --policy-name preflight --policy-document file://${POLICY}`;
}

function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line.trim() || 'no reason given';
}
