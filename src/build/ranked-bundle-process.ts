import { taskProcess } from '../host/own-process.ts';
import { builtBundle } from './ranked-bundle.ts';

taskProcess(builtBundle);
