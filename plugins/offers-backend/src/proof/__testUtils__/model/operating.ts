import { Who } from './who';
import { mayActOnRing, servedAt } from './life';
import { RELEASERS } from './releasing';
import { Of } from './act';
import { Model, ModelStatus } from './world';

const OPERATORS: readonly Who[] = [...RELEASERS, 'nils'];

/** Stops and resumes an offer, and acts on the ring of a version. */
export function operate(model: Model, act: Of<'suspend' | 'resume' | 'ring'>): boolean {
  const { now } = model;
  const offer = model.offers[act.offer];
  if (!OPERATORS.includes(act.who) || !offer) return false;
  const open = offer.suspensions.find(({ until }) => until === undefined);
  if (act.do === 'suspend') {
    if (open || !servedAt(model, offer, now).inside) return false;
    offer.suspensions.push({ from: now, until: undefined });
    return true;
  }
  if (act.do === 'resume') {
    if (!open) return false;
    open.until = now;
    return true;
  }
  const version = offer.versions.find(({ number }) => number === act.number);
  if (!version || !mayActOnRing(model, offer, version, act.act, now)) return false;
  offer.ringActs.push({ number: act.number, act: act.act, at: now });
  return true;
}

const MAY_FOLLOW: Readonly<Record<ModelStatus | 'nothing', readonly ModelStatus[]>> = {
  nothing: ['released', 'deployed'],
  released: ['deployed', 'withdrawn'],
  deployed: ['withdrawn'],
  withdrawn: ['deployed'],
};

/** Takes in what a pipeline says of a product release; what is known already changes nothing. */
export function report(model: Model, { release, status }: Of<'report'>): boolean {
  const said = model.releases[release];
  const last = said.at(-1)?.status;
  if (last === status) return true;
  if (!MAY_FOLLOW[last ?? 'nothing'].includes(status)) return false;
  said.push({ status, at: model.now });
  return true;
}
