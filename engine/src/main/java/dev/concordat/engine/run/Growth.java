package dev.concordat.engine.run;

import dev.concordat.cases.ContractCase;
import dev.concordat.engine.resilience.Pair.Left;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the numbers and lists of a system's answers grow: what a system keeps where nobody can look shows in what it answers.
final class Growth {
  /// More requests would show the same.
  private static final int MAX_ASKED = 10;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int FIRST_FAILURE = 300;

  private final Session session;
  private final List<ContractCase> asks;
  private final List<Map<String, BigDecimal>> before = new ArrayList<>();

  /// @param asks requests that only read
  Growth(Session session, List<ContractCase> asks) {
    this.session = session;
    this.asks = asks.subList(0, Math.min(asks.size(), MAX_ASKED));
  }

  /// Takes what is answered now.
  void begin() {
    before.clear();
    asks.forEach(ask -> before.add(numbers(ask)));
  }

  /// What has grown, or become less, by operation.
  List<Left> end() {
    List<Left> left = new ArrayList<>();
    for (int i = 0; i < asks.size(); i++) {
      Map<String, BigDecimal> then = before.get(i);
      Map<String, String> grown = new LinkedHashMap<>();
      numbers(asks.get(i))
          .forEach(
              (member, now) -> {
                BigDecimal was = then.get(member);
                if (was != null && now.compareTo(was) != 0) {
                  grown.put(member, now.subtract(was).toPlainString());
                }
              });
      if (!grown.isEmpty()) {
        ContractCase ask = asks.get(i);
        left.add(new Left("answers of " + ask.system() + "." + ask.operation().id(), grown));
      }
    }
    return left;
  }

  private Map<String, BigDecimal> numbers(ContractCase ask) {
    HttpCaller.Answer answer =
        session
            .caller()
            .send(session.environment().address(ask.system()), ask.request(), List.of(), PATIENCE);
    return answer instanceof HttpCaller.Answer.Got got && got.response().status() < FIRST_FAILURE
        ? numbers(JsonBodies.of(got.response().body()))
        : Map.of();
  }

  private static Map<String, BigDecimal> numbers(JsonValue body) {
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    if (body instanceof JsonArray(List<JsonValue> items)) {
      numbers.put("length", BigDecimal.valueOf(items.size()));
    } else if (body instanceof JsonObject object) {
      object
          .members()
          .forEach(
              (member, value) -> {
                if (value instanceof JsonArray(List<JsonValue> items)) {
                  numbers.put(member, BigDecimal.valueOf(items.size()));
                } else if (value instanceof JsonNumber number && number.isTame()) {
                  numbers.put(member, number.decimal());
                }
              });
    }
    return numbers;
  }
}
