import { siteRoutes } from '../../archive/routes.ts';

/** The site's addresses under the base path of this build. */
export const routes = siteRoutes(import.meta.env.BASE_URL);
