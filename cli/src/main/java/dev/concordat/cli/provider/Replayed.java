package dev.concordat.cli.provider;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;
import java.util.Optional;

/// What came of trying a finding again.
///
/// @param isBroken whether it is as it was
/// @param isJudged whether the same rule judged it; else only statuses were compared
/// @param sent everything that was sent for it
record Replayed(boolean isBroken, boolean isJudged, List<Sent> sent) {
  Replayed {
    sent = List.copyOf(sent);
  }

  /// A request with what came.
  record Sent(HttpRequestMessage request, Optional<HttpResponseMessage> response) {}

  /// How it is, for people.
  String words() {
    if (isJudged) {
      return isBroken ? "the same rule is broken again: still broken" : "it holds now";
    }
    return isBroken ? "answered as before: still broken" : "it answers differently now";
  }
}
