import { useMemo } from 'react';
import { useCall } from '../../data/useCall';
import { designedOptions, type DesignedOption } from './optionDesign';

/**
 * The options of an offer that is a member of a bundle, as it is published.
 *
 * @param name - in its address; undefined where it is not known, and then there are none
 */
export function useMemberOptions(name: string | undefined): readonly DesignedOption[] {
  const { data } = useCall(
    'offerPage',
    { params: { name: name ?? '' } },
    { enabled: Boolean(name) },
  );
  const options = data?.content?.options;
  return useMemo(() => (options ? designedOptions(options) : []), [options]);
}
