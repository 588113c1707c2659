import { operation } from './operation';
import {
  cataloguesSchema,
  categoryTreeQuerySchema,
  categoryTreeSchema,
  structureQuerySchema,
  viewsSchema,
  wholeStructureSchema,
} from './structure';

/** The operations that read the structure; what changes it travels in plans. */
export const structureOperations = {
  catalogues: operation({
    method: 'get',
    path: '/catalogues',
    summary: 'The catalogues that there are',
    tag: 'catalogue',
    caller: 'anyone',
    query: structureQuerySchema,
    status: 200,
    response: cataloguesSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
  categoryTree: operation({
    method: 'get',
    path: '/catalogue/categories',
    summary: 'The category tree, with how many offers the person may see in each',
    tag: 'catalogue',
    caller: 'anyone',
    query: categoryTreeQuerySchema,
    status: 200,
    response: categoryTreeSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed', 'not-found'],
  }),
  views: operation({
    method: 'get',
    path: '/catalogue/views',
    summary: 'The views that the person may know of, by title',
    tag: 'catalogue',
    caller: 'anyone',
    query: structureQuerySchema,
    status: 200,
    response: viewsSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
  readStructure: operation({
    method: 'get',
    path: '/structure',
    summary: 'Catalogues, categories and views with their audiences, and what is to come of them',
    tag: 'catalogue',
    caller: 'user',
    query: structureQuerySchema,
    status: 200,
    response: wholeStructureSchema,
    problems: ['invalid-input', 'not-signed-in', 'not-allowed'],
  }),
};
