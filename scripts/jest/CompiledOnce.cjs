const { Script } = require('node:vm');
const Runtime = require('@backstage/cli/config/jestCachingModuleLoader');

/** Scripts of this worker by the name of their file. */
const scripts = new Map();

/** The run of a file that is under way: a worker has one at a time. */
let underWay;

/**
 * Compiles a module once a worker. Jest compiles it again for each test file that loads it, which was a quarter of what
 * loading cost; a script can be run in the world of one test file after the other, and keeps the functions that were
 * compiled when they were called.
 */
module.exports = class CompiledOnce extends Runtime {
  createScriptFromCode(code, filename) {
    const world = this._environment.getVmContext();
    // Without a world the test file is over, and what cannot be compiled is for jest to explain.
    if (!world || this._resolver.isCoreModule(filename)) {
      return super.createScriptFromCode(code, filename);
    }
    underWay = this;
    let known = scripts.get(filename);
    if (known?.code !== code) {
      try {
        known = { code, script: this.#compile(code, filename) };
      } catch {
        return super.createScriptFromCode(code, filename);
      }
      scripts.set(filename, known);
    }
    return known.script.runInContext(world);
  }

  #compile(code, filename) {
    const opening = `(function (${this.constructInjectedModuleParameters().join()}) {`;
    return new Script(`${opening}${code}\n})`, {
      filename,
      // Positions in the first line are those of the module.
      columnOffset: -opening.length,
      importModuleDynamically: async specifier => {
        const module = await underWay.resolveModule(
          specifier,
          filename,
          underWay._environment.getVmContext(),
        );
        return underWay.linkAndEvaluateModule(module);
      },
    });
  }
};
