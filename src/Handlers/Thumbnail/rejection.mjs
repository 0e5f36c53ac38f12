/** The object itself is the problem, so that another attempt would end the same way. */
export class Rejection extends Error {
  constructor(reason, detail) {
    super(detail);
    this.name = 'Rejection';
    this.reason = reason;
  }
}
