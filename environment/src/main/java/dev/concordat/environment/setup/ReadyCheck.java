package dev.concordat.environment.setup;

/// When a system counts as started.
public sealed interface ReadyCheck {
  /// `GET path` answers 2xx.
  record Http(String path) implements ReadyCheck {
    public Http {
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("a path starts with /: " + path);
      }
    }
  }

  /// Its port accepts connections. Weaker: an open port is not yet a ready system.
  record Port() implements ReadyCheck {}
}
