import type { WorkbenchFace } from '../../state/face';

/** What undo acts on: in the data room the history of the workspace, over an open draft its changes, elsewhere what is looked at. */
export function undoable(workbench: WorkbenchFace): Pick<WorkbenchFace, 'canUndo' | 'canRedo' | 'undo' | 'redo'> {
  const { view, edit } = workbench.spec;
  if (view === 'data') return workbench.project;
  return view === 'scheme' && edit !== null && workbench.schemeDesk ? workbench.schemeDesk : workbench;
}
