class Base { constructor(a) { this.a = a; } }
export class Tracker extends Base {
  static instance = new Tracker();
  static { Tracker.ready = this.instance; }
  #key = "k";
  handler = (e) => this.track(e);
  static create(opts) { return new this(opts); }
  get user() { return this._user; }
  set user(u) { this._user = u; }
  async track(event) { await super.track(event, this.#key); }
  ["computed"]() {}
  [Symbol.iterator]() {}
}
const Named = class extends mixin(Base) { x = 1; constructor(x) { super(x); this.y = x; } };
export default class { go() { return () => this; } }
