import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { releaseListText } from '../../releases/release-list.ts';
import { textsHeld } from '../../views/texts-held.ts';

/** What is held now, in the form of a release's list, digests cut to their first sixteen digits. */
export const GET: APIRoute = async () => new Response(releaseListText(textsHeld(await catalogue())));
