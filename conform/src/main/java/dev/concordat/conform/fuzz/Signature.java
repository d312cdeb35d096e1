package dev.concordat.conform.fuzz;

import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What an answer has in common with others like it: its status, and the shape of a body or the words of an error without
/// what changes from one time to the next. How long it took does not count: that would not be the same twice.
final class Signature {
  private static final int MAX_BODY_BYTES = 200_000;
  private static final int MAX_DEPTH = 6;
  private static final int MAX_TEXT = 200;
  private static final Pattern CHANGING =
      Pattern.compile("'[^']{0,200}'|\"[^\"]{0,200}\"|[0-9a-fA-F-]{16,64}|[0-9][0-9.,:TZ+-]{0,40}");

  private Signature() {}

  static String of(Exchange exchange) {
    String operation = exchange.trial().operation().id();
    return switch (exchange.answer()) {
      case Answer.Got got -> operation + " " + got.response().status() + " " + body(got);
      case Answer.Nothing nothing -> operation + " " + nothing.kind();
      case Answer.NotSent ignored -> "";
    };
  }

  private static String body(Answer.Got got) {
    HttpResponseMessage response = got.response();
    if (response.body().total() == 0 || response.body().total() > MAX_BODY_BYTES) {
      return response.body().total() == 0 ? "" : "large";
    }
    boolean isError = response.status() >= 400;
    return got.json()
        .value()
        .map(v -> shape(v, MAX_DEPTH, isError))
        .orElseGet(() -> plain(response.body().utf8()));
  }

  private static String shape(JsonValue value, int depth, boolean withWords) {
    if (depth == 0) {
      return "…";
    }
    return switch (value) {
      case JsonObject object -> {
        Map<String, String> members = new TreeMap<>();
        object
            .members()
            .forEach(
                (name, member) -> members.put(plain(name), shape(member, depth - 1, withWords)));
        yield members.toString();
      }
      case JsonArray(List<JsonValue> items) ->
          items.isEmpty() ? "[]" : "[" + shape(items.getFirst(), depth - 1, withWords) + "]";
      case JsonString(String text) -> withWords ? plain(text) : "string";
      default -> value.type();
    };
  }

  private static String plain(String text) {
    String start = text.length() > MAX_TEXT * 4 ? text.substring(0, MAX_TEXT * 4) : text;
    String plain = CHANGING.matcher(start).replaceAll("#");
    return plain.length() > MAX_TEXT ? plain.substring(0, MAX_TEXT) : plain;
  }
}
