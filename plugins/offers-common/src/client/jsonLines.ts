/** The values of a body in JSON Lines, as they come; giving up the loop gives up the answer. */
export async function* jsonLines(response: Response): AsyncGenerator<unknown> {
  const reader = response.body?.getReader();
  if (!reader) return;
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) if (line) yield JSON.parse(line);
      if (done) return;
    }
  } finally {
    await reader.cancel();
  }
}
