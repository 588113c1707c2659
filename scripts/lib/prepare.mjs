import { findChromium, installChromium } from './chromium.mjs';
import { install, installProgress, needsInstall } from './install.mjs';
import { step } from './terminal.mjs';

/** Installs what the tests need and is not here yet; packages and Chromium come from different places, at once. */
export async function installAll() {
  const missing = [
    ...(needsInstall() ? [{ name: 'packages', get: install }] : []),
    ...(findChromium() ? [] : [{ name: 'Chromium', get: installChromium }]),
  ];
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(' and ');
  await step(`Installing ${names}`, () => Promise.all(missing.map(({ get }) => get())), {
    progress: installProgress,
  });
}
