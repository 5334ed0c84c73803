/**
 * Loaded before the program in a drill (`node --import`): its clock is wrong by DRILL_CLOCK_MS milliseconds, and by
 * whatever `{ clockMs }` it is told afterwards. Nothing of this is in the program; timers run at their own pace.
 */
const Real = Date;
let wrongBy = Number(process.env.DRILL_CLOCK_MS ?? 0);
const now = () => Real.now() + wrongBy;

globalThis.Date = new Proxy(Real, {
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
  apply: () => new Real(now()).toString(),
});
process.on("message", (told) => {
  if (typeof told?.clockMs === "number") wrongBy = told.clockMs;
});
process.channel?.unref();
// Whoever drills has died: nothing is left behind.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
