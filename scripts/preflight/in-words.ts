import { blocks, type Finding } from './finding';
import { UNASKED } from './not-asked';

const WORDS = {
  'blocks-deploy': 'blocks the deploy',
  'blocks-first-pass': 'blocks the first pass',
  costs: 'costs',
  'to-know': 'to know',
} as const;

/** Findings as somebody reads them in a terminal; the last line counts. */
export function inWords(findings: readonly Finding[], asked: number): string {
  const lines = findings.flatMap(({ question, severity, message, command }) => [
    `${WORDS[severity].toUpperCase()}  ${question}: ${message}`,
    ...(command === undefined ? [] : [`    ${command}`]),
  ]);
  const blocking = findings.filter(blocks).length;
  const unanswered = findings.filter(({ message }) => message.startsWith(UNASKED)).length;
  return [
    ...lines,
    `${asked} questions, ${unanswered} unanswered, ${findings.length} findings, ${blocking} block`,
  ].join('\n');
}
