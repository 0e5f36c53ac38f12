import { thumbnailKey } from './keys.mjs';
import { settle } from './objects.mjs';

/** The thumbnails of the object that a claim is for. */
export class Thumbnails {
  #config;
  #objects;

  constructor(config, objects) {
    this.#config = config;
    this.#objects = objects;
  }

  async put(claim, encoders, run) {
    claim.touched = true;
    return settle(this.#config.sizes.map(async ({ name }, index) => {
      const thumbnail = await encoders[index]();
      const key = thumbnailKey(this.#config, name, claim.key);
      await this.#objects.put(key, thumbnail, run.signal);
      const { body, width, height, contentType } = thumbnail;
      return { name, key, width, height, bytes: body.length, contentType };
    }));
  }

  /** Removes what the item lists and what attempts that never ended may have put. */
  async removeAllBut(kept, claim, run) {
    claim.touched = true;
    const { thumbnails = [], pendingKeys = [] } = claim.previous;
    const known = new Set([...thumbnails.map(({ key }) => key), ...pendingKeys]);
    const obsolete = [...known].filter(key => !kept.includes(key));
    // A prefix of an earlier deployment is outside of what the role may delete.
    const removable = obsolete.filter(key => key.startsWith(this.#config.destinationPrefix));
    if (removable.length < obsolete.length)
      run.log.warn('thumbnails under another prefix are left', { keys: obsolete.filter(key => !removable.includes(key)) });
    await this.#objects.remove(removable, run.signal);
  }
}
