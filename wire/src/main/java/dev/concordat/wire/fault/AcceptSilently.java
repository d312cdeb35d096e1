package dev.concordat.wire.fault;

/// The connection is taken and nothing is ever read from it or sent on it. It is broken off (RST) when the fault is removed.
public record AcceptSilently() implements ConnectFault {
  @Override
  public String name() {
    return "accept-silently";
  }
}
