package dev.concordat.environment.reach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Leads Node to links: from 22.21 and 24.5 on it goes through `HTTP_PROXY` by itself, before it never does. There a file that
/// is loaded before the system's own connects to a link in place of a claimed host, and refuses whom nobody claims.
final class NodePreload {
  /// What the file reads.
  static final String VARIABLE = "CONCORDAT_HOSTS";

  private static final String TEXT =
      """
      'use strict';
      if (process.env.CONCORDAT_HOSTS && !process.allowedNodeEnvironmentFlags.has('--use-env-proxy')) {
        const net = require('node:net');
        const {proxy, links, outside} = JSON.parse(process.env.CONCORDAT_HOSTS);
        const connect = net.Socket.prototype.connect;
        const fits = ([host, port], wanted, wantedPort) =>
          (host === '*' || host === wanted) && (port === null || port === wantedPort);
        // The proxy hears of it, so that the report does.
        const tell = (where) => {
          const told = new net.Socket();
          told.on('error', () => {}).unref();
          const ask = () => told.end(`CONNECT ${where} HTTP/1.1\\r\\nHost: ${where}\\r\\n\\r\\n`);
          connect.call(told, net._normalizeArgs([{host: '127.0.0.1', port: proxy}, ask]));
          told.resume();
        };
        net.Socket.prototype.connect = function (...given) {
          const list = Array.isArray(given[0]) ? given[0] : net._normalizeArgs(given);
          const options = list[0];
          if (options && options.port && !options.path) {
            const host = String(options.host || 'localhost').toLowerCase();
            const port = Number(options.port);
            const link = links.find((one) => fits(one, host, port));
            const isLocal = host === 'localhost' || host === '::1' || host.startsWith('127.');
            if (link) {
              list[0] = {...options, host: '127.0.0.1', port: link[2]};
            } else if (!isLocal && !outside.some((one) => fits(one, host, port))) {
              const where = `${host.includes(':') ? `[${host}]` : host}:${port}`;
              tell(where);
              const error = new Error(`concordat: ${where} is no system of this workspace`);
              process.nextTick(() => this.destroy(Object.assign(error, {code: 'ECONNREFUSED'})));
              return this;
            }
          }
          return connect.call(this, list);
        };
      }
      """;

  private NodePreload() {}

  /// The file, made where it is not there.
  static Path in(Path folder) throws IOException {
    Path file = folder.resolve("hosts.cjs");
    return Files.exists(file) ? file : Files.writeString(file, TEXT);
  }
}
