/** Lets those who want the same thing go one after the other, in the order in which they came. */
export class Lanes {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs `work` when all earlier work of that name has ended, well or badly. */
  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.last.get(name) ?? Promise.resolve()).then(work);
    const ended = mine.catch(() => undefined);
    this.last.set(name, ended);
    await ended;
    if (this.last.get(name) === ended) this.last.delete(name);
    return mine;
  }
}
