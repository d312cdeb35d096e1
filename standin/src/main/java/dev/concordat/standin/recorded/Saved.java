package dev.concordat.standin.recorded;

import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.place.Place;

/// What is answered to a request that was recorded.
sealed interface Saved {
  /// What its authors call it; empty where they do not.
  String name();

  /// As the tool that wrote it knows it; empty where absent.
  String id();

  Place place();

  /// An answer as it is sent, without secrets.
  record Answer(String name, String id, HttpResponseMessage response, Place place)
      implements Saved {}

  /// An answer that cannot be given.
  ///
  /// @param why a sentence for people, without its full stop
  record Unusable(String name, String id, String why, Place place) implements Saved {}
}
