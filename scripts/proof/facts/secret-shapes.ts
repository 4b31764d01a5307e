/** What credentials look like, whatever they are called. Formats as their issuers document them. */
export const SECRET_SHAPES: readonly { readonly what: string; readonly shape: RegExp }[] = [
  { what: 'an AWS access key', shape: /\b(AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { what: 'a private key', shape: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { what: 'a GitHub token', shape: /\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})/ },
  { what: 'a Slack token', shape: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}|hooks\.slack\.com\/services\/T/ },
  { what: 'a Google API key', shape: /\bAIza[0-9A-Za-z_-]{35}\b/ },
  { what: 'a secret key of a payment service', shape: /\b[sr]k_(live|test)_[0-9A-Za-z]{16,}/ },
  { what: 'a secret key', shape: /\bsk-[A-Za-z0-9_-]{20,}/ },
  { what: 'a signed token', shape: /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./ },
  { what: 'a password within an address', shape: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"${}]+:[^\s/@"${}]+@/ },
];

/** Names that promise a secret, and endings that say it is only about one. */
export const SECRET_NAME =
  /pass(word|wd|phrase|code)|secret|token|credential|(api|private|access|auth|signing|encryption|masking|hmac)[-_]?key|(^|[-_])(pwd|salt|pin)$/i;
export const ABOUT_SECRETS =
  /(arn|id|name|uri|url|path|prefix|table|bucket|ttl|validity|seconds|minutes|hours|days|units?|expiry|policy|version|type|length|count|limit|header|enabled|pattern|\.\$)$/i;
