package dev.concordat.wire.postgres;

import java.net.InetSocketAddress;

/// Where sessions belong.
///
/// @param generation grows with every switch
record Target(InetSocketAddress server, String database, long generation) {
  Target to(String next) {
    return new Target(server, next, generation + 1);
  }
}
