import { measureDetectors } from './measure-detectors';

Object.assign(globalThis, { measureDetectors });
