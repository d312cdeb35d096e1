package dev.concordat.registry.broker;

import dev.concordat.registry.contract.Events;
import dev.concordat.registry.http.Action;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.Database;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Turns what a route does with a request into an action with a transaction of its own.
///
/// @param clock when things happen
record Desk(Database database, Clock clock, Events events) {
  /// The version of the Pact Broker that clients are told they speak with.
  static final String VERSION = "2.120.0";

  /// Characters of a name: longer than any that people give, short enough for an index.
  static final int MAX_NAME = 500;

  /// An action that changes nothing.
  Action reading(Function<Request, Answer> route) {
    return asked -> database.read(handle -> answer(handle, asked, route));
  }

  /// An action that may change something: all of it or nothing.
  Action writing(Function<Request, Answer> route) {
    return asked -> database.write(handle -> answer(handle, asked, route));
  }

  private Answer answer(Handle handle, Asked asked, Function<Request, Answer> route) {
    for (String name : asked.parameters().values()) {
      if (name.length() > MAX_NAME || name.indexOf(0) >= 0) {
        return Errors.message(
            400, "A name has more than " + MAX_NAME + " characters, or one that is no text");
      }
    }
    // PostgreSQL keeps microseconds; what is answered now and what is read later must be the same.
    Request request =
        new Request(
            handle,
            asked,
            new Links(asked.base()),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            events);
    return route.apply(request).with("Vary", "Accept").with("X-Pact-Broker-Version", VERSION);
  }
}
