package dev.concordat.engine.fidelity;

import dev.concordat.engine.fidelity.CookieWords.Pair;
import dev.concordat.fidelity.change.Alteration;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.flowmap.ValuePlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether systems that pass on a provider's answer keep its `Set-Cookie` fields apart. They cannot be joined: dates in them
/// have commas (RFC 9110, section 5.3). And whether those that pass on cookies of a request put semicolons between them.
final class CookieHeaders {
  private static final String NAME = "set-cookie";

  private final Roles roles;
  private final Map<String, List<Damage>> seen = new LinkedHashMap<>();

  CookieHeaders(Roles roles) {
    this.roles = roles;
  }

  /// @param exchanges what one request caused
  void add(List<Exchange> exchanges) {
    List<HttpExchange> all =
        exchanges.stream()
            .filter(HttpExchange.class::isInstance)
            .map(HttpExchange.class::cast)
            .toList();
    List<HttpExchange> http = all.stream().filter(it -> !cookies(it).isEmpty()).toList();
    Map<String, Damage> once = new LinkedHashMap<>();
    for (HttpExchange got : all) {
      for (HttpExchange told : all) {
        if (isWithin(told, got) && isJoined(got.request(), told.request())) {
          Damage damage = asked(got, told, exchanges);
          once.putIfAbsent(damage.key(), damage);
        }
      }
    }
    for (HttpExchange got : http) {
      for (HttpExchange told : http) {
        if (isWithin(got, told) && isJoined(cookies(got), cookies(told))) {
          Damage damage = damage(got, told, exchanges);
          once.putIfAbsent(damage.key(), damage);
        }
      }
    }
    once.forEach((key, damage) -> seen.computeIfAbsent(key, it -> new ArrayList<>()).add(damage));
  }

  /// What showed in more requests than one.
  List<Damage> damages() {
    return seen.values().stream().filter(it -> it.size() > 1).map(List::getFirst).toList();
  }

  /// Whether something showed that was seen once only.
  boolean isDoubtful() {
    return seen.values().stream().anyMatch(it -> it.size() == 1);
  }

  /// Whether a comma stands where a semicolon was.
  private static boolean isJoined(HttpRequestMessage got, HttpRequestMessage told) {
    List<CookieWords.Pair> pairs = CookieWords.of(got.headers());
    List<String> lines = CookieWords.of(told.headers()).stream().map(Pair::toString).toList();
    for (int i = 1; i < pairs.size(); i++) {
      String first = pairs.get(i - 1).toString();
      String next = pairs.get(i).toString();
      if (lines.stream()
          .anyMatch(it -> it.contains(first + "," + next) || it.contains(first + ", " + next))) {
        return true;
      }
    }
    return false;
  }

  private Damage asked(HttpExchange got, HttpExchange told, List<Exchange> exchanges) {
    List<String> names =
        names(CookieWords.of(got.request().headers()).stream().map(Pair::toString).toList());
    return new Damage(
        told.link().consumer(),
        asking(got),
        asking(told),
        Alteration.HEADER_JOINED,
        names.size() + " cookies: " + String.join("; ", names),
        String.join(", ", names),
        List.of(),
        List.of(),
        told.id(),
        Optional.of(told.link()),
        exchanges);
  }

  private ValuePlace asking(HttpExchange http) {
    return new ValuePlace(
        ValuePlace.Kind.REQUEST, roles.called(http).operation(), "header:" + CookieWords.HEADER);
  }

  private static List<String> cookies(HttpExchange http) {
    return http.response().stream()
        .flatMap(it -> it.headers().stream())
        .filter(it -> it.name().equalsIgnoreCase(NAME))
        .map(Header::value)
        .toList();
  }

  /// Whether a system asked for the one while it was asked for the other.
  private static boolean isWithin(HttpExchange inner, HttpExchange outer) {
    return inner.link().consumer().equals(outer.link().provider())
        && !inner.at().isBefore(outer.at())
        && !inner.at().isAfter(outer.at().plus(outer.duration()));
  }

  /// Whether one field holds two that were apart.
  private static boolean isJoined(List<String> got, List<String> told) {
    return got.size() > 1
        && told.stream()
            .anyMatch(line -> got.stream().distinct().filter(line::contains).count() > 1);
  }

  private Damage damage(HttpExchange got, HttpExchange told, List<Exchange> exchanges) {
    List<String> names = names(cookies(got));
    return new Damage(
        told.link().provider(),
        place(got),
        place(told),
        Alteration.HEADER_JOINED,
        names.size() + " fields: " + String.join(" | ", names),
        cookies(told).size() == 1
            ? "1 field: " + String.join(", ", names)
            : String.join(", ", names),
        List.of(),
        List.of(),
        told.id(),
        Optional.of(told.link()),
        exchanges);
  }

  /// What cookies hold is nobody's business.
  private static List<String> names(List<String> cookies) {
    return cookies.stream().map(it -> it.replaceFirst("=.*", "=…")).toList();
  }

  private ValuePlace place(HttpExchange http) {
    return new ValuePlace(
        ValuePlace.Kind.RESPONSE, roles.called(http).operation(), "header:" + NAME);
  }
}
