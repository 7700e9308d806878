import { taskProcess } from './own-process.ts';
import { builtBundle } from './ranked-bundle.ts';

taskProcess(builtBundle);
