/** What IAM fills in from a request, such as `${aws:username}`; what a deployment fills in has no colon in our texts. */
const VARIABLE = /\$\{[^}]*:[^}]*\}/g;

export function variablesOf(text: string): readonly string[] {
  return text.match(VARIABLE) ?? [];
}
