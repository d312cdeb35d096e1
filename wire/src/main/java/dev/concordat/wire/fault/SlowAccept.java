package dev.concordat.wire.fault;

/// The connection is served late: the system has accepted it, but nothing is read from it, and the provider is not connected to,
/// before the delay is over.
///
/// @param delay how late
public record SlowAccept(Delay delay) implements ConnectFault {
  @Override
  public String name() {
    return "slow-accept";
  }
}
