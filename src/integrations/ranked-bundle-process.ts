/** The process that builds one bundle of ranked search and ends: so its memory is given back. */
import { type BundleOrder, builtBundle } from './ranked-bundle.ts';

// Whoever ordered the bundle is gone: nobody will take it.
process.once('disconnect', () => process.exit(1));
process.once('message', async (order: BundleOrder) => {
  await builtBundle(order);
  process.exit(0);
});
