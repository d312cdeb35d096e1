package dev.concordat.registry.broker;

import dev.concordat.registry.contract.Events;
import dev.concordat.registry.contract.Outcome;
import dev.concordat.registry.contract.PublishingRules;
import dev.concordat.registry.http.Action;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.Happened;
import dev.concordat.registry.link.Links;
import dev.concordat.registry.publication.Comparing;
import dev.concordat.registry.publication.Due;
import dev.concordat.registry.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Turns what a route does with a request into an action with a transaction of its own.
///
/// @param clock when things happen
record Desk(Database database, Clock clock, Events events, PublishingRules rules) {
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

  /// An action that publishes pacts: all of it or nothing. That they are to be compared with what their providers provide is noted
  /// with them, and done before the answer.
  Action publishing(BiFunction<Request, Consumer<Outcome.Published>, Answer> route) {
    return asked -> {
      List<Due> left = new ArrayList<>();
      Answer answer =
          database.write(
              handle ->
                  answer(
                      handle,
                      asked,
                      request -> route.apply(request, done -> note(request, done, left))));
      for (Due due : left) {
        // What came of it is read in the matrix; the dialect's answer has no place for it.
        var _ = new Comparing(database, clock, events).finish(due);
      }
      return answer;
    };
  }

  private static void note(Request request, Outcome.Published done, List<Due> left) {
    if (Happened.isSaid(request.asked())) {
      return;
    }
    Comparing.note(
            request.handle(), done.version(), done.pacts(), request.links().base(), request.now())
        .ifPresent(left::add);
  }

  private Answer answer(Handle handle, Asked asked, Function<Request, Answer> route) {
    for (String name : asked.parameters().values()) {
      if (name.length() > MAX_NAME || name.indexOf(0) >= 0) {
        return Errors.message(
            400, "A name has more than " + MAX_NAME + " characters, or one that is no text");
      }
    }
    Optional<Instant> happened = Happened.at(asked);
    if (Happened.isSaid(asked) && happened.filter(at -> !at.isAfter(clock.instant())).isEmpty()) {
      return Errors.message(400, Happened.HEADER + " must be a time that has passed");
    }
    // PostgreSQL keeps microseconds; what is answered now and what is read later must be the same.
    Request request =
        new Request(
            handle,
            asked,
            new Links(asked.base()),
            happened.orElseGet(clock::instant).truncatedTo(ChronoUnit.MICROS),
            happened.isPresent() ? Events.NONE : events,
            rules);
    return route.apply(request).with("Vary", "Accept").with("X-Pact-Broker-Version", VERSION);
  }
}
