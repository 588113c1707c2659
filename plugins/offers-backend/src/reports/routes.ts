import { Handlers } from '../api/route';
import { Context } from '../context';
import { valueStreamReport } from './reports';

/** Routes of figures. */
export const reportRoutes = (ctx: Context): Handlers<'valueStreamReport'> => ({
  valueStreamReport: ({ actor, query }) => valueStreamReport(ctx, actor, query),
});
