/** A failure that the reader can mend: its message says what to do, so no stack is shown. */
export class Problem extends Error {}

/** Runs a command's main function; a Problem ends it with its sentence, anything else with its stack. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
