/** Milliseconds from the board to the ranges of all its ranks, workers' start included; the longest block of the page meanwhile, 0 for under 50 ms. */
async function measureFirmness(rounds: number): Promise<{ readonly times: number[]; readonly block: number; readonly reports: number }> {
  let block = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) block = Math.max(block, duration);
  }).observe({ type: 'longtask' });
  const room = new Worker(new URL('./room.ts', import.meta.url), { type: 'module' });
  const times: number[] = [];
  let reports = 0;
  for (let round = 0; round < rounds; round++) {
    times.push(
      await new Promise<number>((resolve, reject) => {
        room.onerror = (event) => reject(new Error(event.message));
        room.onmessage = ({ data }: MessageEvent<{ done?: number; time?: number; widest?: number }>) => {
          if (data.time === undefined) reports++;
          else if (!(data.widest! > 0)) reject(new Error('no rank moved'));
          else resolve(data.time);
        };
        room.postMessage('run');
      }),
    );
  }
  room.terminate();
  return { times, block, reports };
}

Object.assign(globalThis, { measureFirmness });
