import { estimateShare } from './estimate-share';
import type { EstimatedValue } from './estimated-value';

interface ConversionRateOptions {
  readonly converted: number;
  readonly asked: number;
  /** Of the interval. @default DEFAULT_CONFIDENCE */
  readonly confidence?: number;
}

/**
 * Share of those asked that did what was hoped for, with Wilson's interval. Undefined when nobody was asked. Throws on counts
 * or a confidence that are none.
 */
export function conversionRate({ converted, asked, confidence }: ConversionRateOptions): EstimatedValue {
  const names = ['converted', 'asked'] as const;
  return estimateShare({ part: converted, rows: asked, confidence, names, reason: 'nobody was asked' });
}
