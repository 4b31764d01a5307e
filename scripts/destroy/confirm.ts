import { createInterface } from 'node:readline/promises';

/** Asks a person to type `answer`; without a terminal nobody can, and the answer is no. */
export async function confirm(question: string, answer: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(`${question}\nType ${answer} to go on: `)).trim() === answer;
  } finally {
    terminal.close();
  }
}
