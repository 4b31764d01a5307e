import { type Finding, SEVERITIES } from './finding';
import { notAsked } from './not-asked';
import type { Place, Question } from './question';

/** Asks all questions at once; a question that fails becomes a finding and keeps nobody from the others. The worst come first. */
export async function ask(questions: readonly Question[], place: Place, principal: string): Promise<Finding[]> {
  const found = await Promise.all(
    questions.map(async ({ id, needs, ...question }) => {
      const judged = await question.ask(place).catch((error: unknown) => [notAsked({ needs, error, principal })]);
      return judged.map((each) => ({ question: id, ...each }));
    }),
  );
  return found.flat().sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
