// Runs a program that was bundled into one file, with what V8 made of it when it was run first. `bundle.ts` makes the bundle,
// and says how this is called: with the bundle, the file that it was made of, and what the program is told.
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const [program, entry] = process.argv.splice(2, 2);
const kept = `${program}.cache`;
const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
// The bundle is ASCII, which is read faster as Latin-1.
const source = readFileSync(program, 'latin1');
const script = new Script(
  `(function (exports, require, module, __filename, __dirname) {${source}\n})`,
  {
    filename: program,
    cachedData,
  },
);
// It is the main module, as it would be without a bundle.
script.runInThisContext()(module.exports, createRequire(entry), module, entry, dirname(entry));
if (!cachedData) {
  // Whole or not at all: others may start at the same moment.
  writeFileSync(`${kept}.${process.pid}`, script.createCachedData());
  renameSync(`${kept}.${process.pid}`, kept);
}
