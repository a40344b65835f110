/**
 * Moves what Date says is the time, in this process or page; times that are given stay as they are.
 * `shift`: milliseconds, or what returns them. Whole in itself, so that it can be sent to a browser.
 */
export function moveDate(shift) {
  const RealDate = Date;
  const byMs = typeof shift === 'function' ? shift : () => shift;
  const now = () => RealDate.now() + byMs();
  const Moved = new Proxy(RealDate, {
    construct: (real, values, asked) =>
      Reflect.construct(real, values.length === 0 ? [now()] : values, asked),
    apply: () => new RealDate(now()).toString(),
    get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
  });
  RealDate.prototype.constructor = Moved;
  globalThis.Date = Moved;
}
