package dev.concordat.registry.broker;

import dev.concordat.registry.badge.Badge;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.QueryValue;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Badges of pacts, drawn here: whether the newest one is verified. A badge is always a picture.
final class BadgeRoutes {
  private static final String SVG = "image/svg+xml;charset=utf-8";

  private BadgeRoutes() {}

  static List<Route> routes(Desk desk) {
    return List.of(
        badge(
            desk,
            "/latest/badge",
            request ->
                (consumer, provider) ->
                    new Publications(request.handle()).newest(consumer.id(), provider.id())),
        badge(
            desk,
            "/latest/{tag}/badge",
            request ->
                (consumer, provider) ->
                    new Publications(request.handle())
                        .newestTagged(consumer.id(), provider.id(), request.part("tag"))),
        badge(
            desk,
            "/latest-untagged/badge",
            request ->
                (consumer, provider) ->
                    new Publications(request.handle())
                        .newestUntagged(consumer.id(), provider.id())));
  }

  private interface Which {
    BiFunction<SystemRow, SystemRow, Optional<PactRow>> of(Request request);
  }

  private static Route badge(Desk desk, String path, Which which) {
    return Route.get(
        PactRoutes.PAIR + path,
        desk.reading(
            request ->
                request.query(
                    query -> {
                      Systems systems = new Systems(request.handle());
                      Optional<PactRow> pact =
                          systems
                              .find(request.part("consumer"))
                              .flatMap(
                                  consumer ->
                                      systems
                                          .find(request.part("provider"))
                                          .flatMap(it -> which.of(request).apply(consumer, it)));
                      Badge badge =
                          pact.map(it -> of(request, it, query))
                              .orElseGet(() -> Badge.problem("pact not found", "unknown"));
                      return Answer.text(200, SVG, badge.svg()).with("Cache-Control", "no-cache");
                    })));
  }

  private static Badge of(Request request, PactRow pact, QueryValue.Table query) {
    boolean initials = query.text("initials").equals(Optional.of("true"));
    String consumer = name(pact.consumer(), initials);
    String provider = name(pact.provider(), initials);
    String title =
        switch (query.text("label").orElse("").toLowerCase(Locale.ROOT)) {
          case "consumer" -> consumer;
          case "provider" -> provider;
          default -> consumer + "/" + provider;
        };
    String left = title + " pact";
    return switch (PairStatus.of(request.handle(), pact).state()) {
      case SUCCESS -> new Badge(left, "verified", Badge.GOOD);
      case FAILED -> new Badge(left, "failed", Badge.BAD);
      case STALE -> new Badge(left, "changed", Badge.CHANGED);
      case NEVER -> new Badge(left, "unknown", Badge.UNKNOWN);
    };
  }

  /// The first letters of a name of several words.
  private static String name(String name, boolean initials) {
    if (initials) {
      String words =
          name.replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
              .replaceAll("([a-z\\d])([A-Z])", "$1 $2")
              .replaceAll("[\\s_-]+", " ")
              .strip();
      if (words.indexOf(' ') >= 0) {
        return Arrays.stream(words.split(" ", -1))
            .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
            .collect(Collectors.joining())
            .toLowerCase(Locale.ROOT);
      }
    }
    return name.toLowerCase(Locale.ROOT);
  }
}
