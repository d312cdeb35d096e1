package dev.concordat.drift.provider;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.List;

/// What came of asking the provider.
public sealed interface Heard {
  /// Answers to the same request, as many as it was sent; at least one.
  ///
  /// @param request as it was sent
  record Answers(HttpRequestMessage request, List<HttpResponseMessage> all) implements Heard {
    public Answers {
      all = List.copyOf(all);
    }
  }

  /// It was not asked, or did not answer.
  record Nothing(String why) implements Heard {}
}
