package dev.concordat.wire.fault;

/// The provider receives the request twice: once more, on a connection of its own, after its first answer, which the consumer has
/// only when the second one was there too. The second answer is thrown away.
public record DuplicateRequest() implements ExchangeFault {
  @Override
  public String name() {
    return "duplicate-request";
  }
}
