package dev.concordat.registry.gate;

/// Two versions that will meet: the consumer has a contract with the provider.
public record Pair(Side consumer, Side provider) {
  @Override
  public String toString() {
    return consumer + " → " + provider;
  }
}
