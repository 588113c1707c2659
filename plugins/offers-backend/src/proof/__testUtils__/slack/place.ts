import { Place } from '../crash/place';

/** Where the backend finds its database and its time, and which channels it announces in. */
export interface BackendPlace extends Pick<Place, 'kind' | 'connection'> {
  /** the file that says how far its clock is from that of the machine, ms */
  offset: string;
  channels: string[];
}
