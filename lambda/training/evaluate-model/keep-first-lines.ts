const NEW_LINE = 0x0a;

/** Passes a stream on and keeps the text of its first lines, blank ones left out, without the blanks around them. */
export async function* keepFirstLines(
  chunks: AsyncIterable<Uint8Array>,
  count: number,
  lines: string[],
): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    yield chunk;
    if (lines.length === count) continue;
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(NEW_LINE); end >= 0 && lines.length < count; end = bytes.indexOf(NEW_LINE, start)) {
      keep(bytes.toString('latin1', start, end));
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  if (lines.length < count) keep(rest.toString('latin1'));

  function keep(line: string): void {
    if (line.trim() !== '') lines.push(line.trim());
  }
}
