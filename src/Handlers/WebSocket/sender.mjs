import { GoneException, PostToConnectionCommand } from '@aws-sdk/client-apigatewaymanagementapi';

/**
 * API Gateway says 410 of a connection that has ended, and also of one whose $connect is still under way, for which it
 * waits 29 seconds: only of older ones the answer says that they are gone.
 */
const establishedAfterMilliseconds = 60_000;

/** Sends to connections, and forgets those that are gone. */
export class Sender {
  #management;
  #connections;

  constructor(management, connections) {
    this.#management = management;
    this.#connections = connections;
  }

  /** Sends a text to one connection: `delivered` or `gone`; throws when it could not be sent. */
  async send({ connectionId, connectedAt }, text, signal) {
    try {
      await this.#management.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: text }), { abortSignal: signal });
      return 'delivered';
    } catch (error) {
      if (!(error instanceof GoneException)) throw error;
      const now = Date.now();
      if (now - connectedAt > establishedAfterMilliseconds) await this.#connections.remove(connectionId, now, signal);
      return 'gone';
    }
  }
}
