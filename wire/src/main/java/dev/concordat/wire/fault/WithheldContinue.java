package dev.concordat.wire.fault;

/// The interim answer `100 Continue` is thrown away: a client that waits for it with its body waits in vain.
public record WithheldContinue() implements ExchangeFault {
  @Override
  public String name() {
    return "withheld-continue";
  }
}
