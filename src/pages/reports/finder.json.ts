import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { boxFile } from '../../views/box-file.ts';

/** What the box for places, years and departments loads at its first use. */
export const GET: APIRoute = async () => Response.json(boxFile(await catalogue()));
