package dev.concordat.wire.http;

/// Is told what happens on the connections of a link. Called by event loops: thread-safe, quick, and never blocks.
@FunctionalInterface
public interface LinkWatch {
  /// Looks at nothing.
  LinkWatch NOBODY = _ -> {};

  void saw(LinkEvent event);
}
