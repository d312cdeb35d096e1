package dev.concordat.standin.recorded;

import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.place.Place;

/// What is answered to a request that was recorded.
///
/// @param name what its authors call it; empty where they do not
/// @param id as the tool that wrote it knows it; empty where absent
sealed interface Saved {
  String name();

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
