package dev.concordat.conform.run;

import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which answers are of a kind that was not seen before: another status, other members, another error text without its
/// values. Thread-safe.
final class Novelty {
  /// Enough for any API; what comes after counts as known.
  private static final int MAX_KINDS = 200_000;

  private static final int MAX_BODY = 16 << 10;
  private static final int MAX_DEPTH = 4;
  private static final int MAX_TEXT = 300;

  private final Set<Integer> seen = new HashSet<>();

  /// Whether the answer is of a new kind; it is a known one from then on.
  boolean isNew(Exchange exchange) {
    int kind =
        (exchange.trial().operation().id() + "|" + exchange.status()).hashCode() * 31
            + (exchange.answer() instanceof Answer.Got got ? shape(got) : 0);
    synchronized (seen) {
      return seen.size() < MAX_KINDS && seen.add(kind);
    }
  }

  private static int shape(Answer.Got got) {
    HttpResponseMessage response = got.response();
    if (response.body().size() == 0 || response.body().size() > MAX_BODY) {
      return Integer.signum(response.body().size());
    }
    Set<String> members = new TreeSet<>();
    got.json()
        .value()
        .ifPresentOrElse(
            value -> collect(value, "", MAX_DEPTH, members),
            () -> members.add(withoutValues(response.body().utf8())));
    return members.hashCode();
  }

  private static void collect(JsonValue value, String path, int depth, Set<String> members) {
    if (depth == 0) {
      return;
    }
    switch (value) {
      case JsonObject object -> {
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
          collect(member.getValue(), path + "/" + member.getKey(), depth - 1, members);
        }
      }
      case JsonArray array -> {
        if (!array.items().isEmpty()) {
          collect(array.items().getFirst(), path + "/*", depth - 1, members);
        }
      }
      default -> members.add(path + ":" + value.type());
    }
  }

  private static String withoutValues(String text) {
    var plain = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), MAX_TEXT); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
