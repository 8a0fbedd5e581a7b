import { measureCompare } from './measure';

Object.assign(globalThis, { measureCompare });
