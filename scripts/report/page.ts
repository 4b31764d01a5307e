import { STYLE } from './style';
import { html, text } from './words';

/** One part of a page. */
export interface Section {
  /** Stays the same: links and tests find the section by it. */
  readonly id: string;
  readonly title: string;
  /** What the numbers say, in a sentence or two of HTML. */
  readonly lead?: string;
  readonly body: string;
  /** Takes the whole width. @default false */
  readonly wide?: boolean;
}

/** A whole page that needs no script and no network. */
export function page({ title, header, body }: { title: string; header: string; body: string }): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}</title><style>${STYLE}</style></head><body>
<header><h1>${text(title)}</h1>
${header}</header>
${body}
</body></html>
`;
}

export function section({ id, title, lead, body, wide = false }: Section): string {
  const saying = lead === undefined ? '' : `<p>${lead}</p>\n`;
  return `<section id="${id}"${wide ? ' class="wide"' : ''}><h2>${text(title)}</h2>\n${saying}${body}</section>`;
}

/** What stands in place of a chart that cannot be drawn. */
export function missing(reason: string): string {
  return html`<p class="soft missing">${reason}</p>`;
}

/** A drawing, and what its signs mean. */
export function figure(drawing: string, keys: readonly string[] = []): string {
  const list = keys.length === 0 ? '' : `<figcaption><ul>${keys.join('')}</ul></figcaption>`;
  return `<figure>${drawing}${list}</figure>`;
}

/** One entry of a legend: shapes differ as well as colours. */
export function key(
  shape: 'block' | 'line' | 'dash' | 'tick' | 'ring' | 'diamond' | 'dot',
  tone: string,
  meaning: string,
): string {
  return html`<li><i class="${shape}" style="--tone: ${tone}"></i>${meaning}</li>`;
}

/** The sign of the chosen threshold (see `chosenPoint`). */
export const CHOSEN = key('diamond', 'var(--ink)', 'chosen threshold');

/** How good or bad, in a word that does not lean on colour, and why. */
export function verdict({ passes, reason }: { readonly passes: boolean; readonly reason: string }): string {
  const [tone, word] = passes ? ['passes', 'Passes'] : ['fails', 'Refused'];
  return html`<div class="verdict ${tone}"><b>${word}</b><p>${reason}</p></div>`;
}
