package dev.concordat.wire.fault;

/// Nobody listens (ECONNREFUSED): the link's port is closed and open connections are closed in order. With a schedule, which
/// speaks of single connections, those it chooses are broken off (RST) as soon as they are there.
public record Refuse() implements ConnectFault {
  @Override
  public String name() {
    return "refuse";
  }
}
