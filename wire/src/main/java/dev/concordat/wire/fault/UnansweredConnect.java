package dev.concordat.wire.fault;

/// Nobody answers who wants to connect: the system drops the SYN, as it does when a machine is gone or a firewall swallows
/// packets. The queue of the link's port is full, and nobody is taken from it; open connections are closed in order. When the
/// fault is removed, who still waits gets in with the next SYN that its system sends.
public record UnansweredConnect() implements ConnectFault {
  @Override
  public String name() {
    return "unanswered-connect";
  }
}
