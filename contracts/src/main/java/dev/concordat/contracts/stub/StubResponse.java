package dev.concordat.contracts.stub;

import dev.concordat.model.exchange.Header;
import dev.concordat.model.place.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a stub answers.
public sealed interface StubResponse {
  /// Where it is written.
  Place place();

  /// The time that it takes at least.
  Optional<Duration> delay();

  /// A response as it stands in the file.
  ///
  /// @param isTemplated whether its text is a template that the tool fills in
  record Stated(
      int status,
      List<Header> headers,
      StubBody body,
      boolean isTemplated,
      Optional<Duration> delay,
      Place place)
      implements StubResponse {
    public Stated {
      headers = List.copyOf(headers);
    }
  }

  /// Another server answers.
  record Proxied(String target, Optional<Duration> delay, Place place) implements StubResponse {}

  /// The connection breaks.
  ///
  /// @param fault as the tool calls it: `CONNECTION_RESET_BY_PEER`
  record Broken(String fault, Optional<Duration> delay, Place place) implements StubResponse {}

  /// A script or a class makes the response.
  ///
  /// @param by names it, for people
  record Computed(String by, Optional<Duration> delay, Place place) implements StubResponse {}
}
