// The working tree of an older commit beside this one, for the proof that two releases work on one database. Packages of others are
// those of this tree; ours are those of the commit.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OURS = '@offerdesk';
/** It finds files of our packages from where it stands itself, so it has to stand in the tree. */
const FINDS_OURS = '@backstage/backend-plugin-api';
const WORKSPACES = ['packages', 'plugins'];

/** Makes the tree of a commit; `remove` takes it away. */
export function treeOf(root, commit) {
  const folder = mkdtempSync(join(tmpdir(), 'offerdesk-before-'));
  const tree = join(folder, 'tree');
  git(root, 'worktree', 'add', '--detach', '--quiet', tree, commit);
  link(join(root, 'node_modules'), join(tree, 'node_modules'));
  for (const workspace of [...inside(root), 'bot', 'test']) {
    const packages = join(root, workspace, 'node_modules');
    if (existsSync(packages) && existsSync(join(tree, workspace))) {
      symlinkSync(packages, join(tree, workspace, 'node_modules'));
    }
  }
  const remove = () => {
    git(root, 'worktree', 'remove', '--force', tree);
    rmSync(folder, { recursive: true });
  };
  return { tree, remove };
}

function inside(root) {
  return WORKSPACES.flatMap(folder =>
    readdirSync(join(root, folder)).map(name => join(folder, name)),
  );
}

function link(from, to) {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name === '.cache' || name === OURS) continue;
    if (FINDS_OURS.startsWith(`${name}/`)) linkScope(from, to, name);
    else symlinkSync(join(from, name), join(to, name));
  }
  // These lead to the workspaces by a path from where they stand, so the same ones lead to those of the tree.
  mkdirSync(join(to, OURS));
  for (const name of readdirSync(join(from, OURS))) {
    symlinkSync(readlinkSync(join(from, OURS, name)), join(to, OURS, name));
  }
}

function linkScope(from, to, scope) {
  mkdirSync(join(to, scope));
  for (const name of readdirSync(join(from, scope)).map(inScope => join(scope, inScope))) {
    if (name === FINDS_OURS) cpSync(join(from, name), join(to, name), { recursive: true });
    else symlinkSync(join(from, name), join(to, name));
  }
}

function git(root, ...args) {
  execFileSync('git', ['-C', root, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}
