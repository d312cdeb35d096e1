package dev.concordat.standin.http;

/// Where the answer to one request goes. Thread-safe; the first answer counts, and later ones are dropped.
@FunctionalInterface
public interface Reply {
  void send(Served answer);
}
