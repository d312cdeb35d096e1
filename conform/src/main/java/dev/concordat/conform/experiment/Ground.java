package dev.concordat.conform.experiment;

import dev.concordat.conform.talk.Conversation;
import dev.concordat.conform.talk.Trial;

/// Prepares the provider for a request, and the request for the provider: what its path names is there when it is sent.
public interface Ground {
  /// Takes the request as it is.
  Ground NONE = (trial, talk) -> trial;

  /// The request with ids that exist where that is possible; may send others before.
  Trial prepare(Trial trial, Conversation talk);
}
