import { UNUSED_WITH_REASON } from '../iam/unused-with-reason';
import type { KeptClass } from '../mutations/kept-score';
import { runTimeFigures } from '../run-time/figures';
import { WAIVERS } from '../waivers';
import { atRunTime, commands, faults, rights, rules, unproven, waived } from './sections';

/** docs/proof.md: what is proven without an account, how, and what is not. */
export function proofPage(score: readonly KeptClass[]): string {
  return `${[
    '# What is proven without an account',
    'Written by `npm run proof:page` from what the proofs themselves run; do not edit.',
    commands(),
    faults(score),
    rights(UNUSED_WITH_REASON),
    atRunTime(runTimeFigures()),
    unproven(),
    rules(),
    waived(WAIVERS),
  ].join('\n\n')}\n`;
}
