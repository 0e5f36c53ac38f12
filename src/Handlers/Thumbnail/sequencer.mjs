const digits = 32;

/**
 * Makes sequencers comparable as strings, which is how DynamoDB compares them.
 *
 * Every edition of the S3 User Guide ("Event message structure") says that the greater hexadecimal
 * value is the later event. Editions differ on how to pad the shorter of two: the present one says
 * on the left, some from 2018 to 2023 and an AWS re:Post article say on the right. Padding on the
 * left is what comparing values means, and it alone puts the 16 digits of the EventBridge examples
 * beside the same value with the two leading zeros that real events carry (18 digits, all of them).
 */
export function normaliseSequencer(text) {
  if (!/^[0-9a-f]+$/i.test(text) || text.length > digits)
    throw new TypeError(`A sequencer must be 1 to ${digits} hexadecimal digits, but is ${JSON.stringify(text)}.`);
  return text.toLowerCase().padStart(digits, '0');
}

/** What an item carries until an event names a sequencer: older than any event. */
export const lowestSequencer = '0'.repeat(digits);
