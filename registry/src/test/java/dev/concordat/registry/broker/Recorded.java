package dev.concordat.registry.broker;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares an answer with one that a Pact Broker gave: times, days, ids that a server makes up, and its address may differ.
final class Recorded {
  private static final Pattern HOST = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00");
  private static final Pattern DAY = Pattern.compile("\\b\\d\\d/\\d\\d/\\d{4}\\b");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern NUMBER =
      Pattern.compile("(verification-results/|Verification result )\\d+");
  private static final Pattern METADATA = Pattern.compile("/metadata/([A-Za-z0-9_-]+)");
  private static final String SELECTOR = "s%5B%5D";

  /// A link that only PactFlow has, from which the recordings do not come.
  private static final String PACTFLOW = "pf:publish-provider-contract";

  private Recorded() {}

  /// A text in which everything that may differ is the same.
  static String normal(String text) {
    String same = HOST.matcher(text).replaceAll("http://broker");
    same = TIME.matcher(same).replaceAll("<time>");
    same = DAY.matcher(same).replaceAll("<day>");
    same = UUID.matcher(same).replaceAll("<uuid>");
    same = NUMBER.matcher(same).replaceAll("$1<number>");
    Matcher metadata = METADATA.matcher(same);
    return metadata.replaceAll(
        found -> Matcher.quoteReplacement("/metadata/<" + metadata(found.group(1)) + ">"));
  }

  /// Why a pact was selected is written by the server and read by it alone.
  private static String metadata(String segment) {
    try {
      String query = new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
      return query.startsWith(SELECTOR) ? "selected" : query;
    } catch (IllegalArgumentException _) {
      return segment;
    }
  }

  /// What is not the same, each with its place; nothing where both say the same.
  static List<String> differences(String recorded, String answered) {
    Optional<JsonValue> one = JsonParser.parse(normal(recorded)).value();
    Optional<JsonValue> other = JsonParser.parse(normal(answered)).value();
    List<String> found = new ArrayList<>();
    if (one.isEmpty() || other.isEmpty()) {
      if (!normal(recorded).equals(normal(answered))) {
        found.add("text: recorded " + recorded + " answered " + answered);
      }
      return found;
    }
    compare("", one.get(), other.get(), found);
    return found;
  }

  private static void compare(
      String at, JsonValue recorded, JsonValue answered, List<String> found) {
    if (recorded instanceof JsonObject one && answered instanceof JsonObject other) {
      Set<String> names = new TreeSet<>(one.members().keySet());
      names.addAll(other.members().keySet());
      for (String name : names) {
        if (!other.has(name)) {
          found.add(at + "/" + name + ": missing " + one.member(name).orElseThrow());
        } else if (!one.has(name) && !name.equals(PACTFLOW)) {
          found.add(at + "/" + name + ": too much " + other.member(name).orElseThrow());
        } else if (one.has(name)) {
          compare(
              at + "/" + name,
              one.member(name).orElseThrow(),
              other.member(name).orElseThrow(),
              found);
        }
      }
      return;
    }
    if (recorded instanceof JsonArray(var one)
        && answered instanceof JsonArray(var other)
        && one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        compare(at + "/" + i, one.get(i), other.get(i), found);
      }
      return;
    }
    if (!recorded.equals(answered)) {
      found.add(at + ": recorded " + recorded + " answered " + answered);
    }
  }

  /// Of rows of a network, in which systems have ids that a server makes up.
  static List<String> rowDifferences(String recorded, String answered) {
    String one = named(recorded);
    String other = named(answered);
    return one.equals(other) ? List.of() : List.of("recorded " + one + " answered " + other);
  }

  private static String named(String rows) {
    Map<String, String> names = new HashMap<>();
    for (String row : rows.strip().split("\n", -1)) {
      String[] cells = row.split(",", -1);
      names.put(cells[0], cells[1]);
    }
    List<String> named = new ArrayList<>();
    for (String row : rows.strip().split("\n", -1)) {
      String[] cells = row.split(",", -1);
      StringBuilder out = new StringBuilder(cells[1]);
      for (int i = 2; i < cells.length; i++) {
        out.append(',').append(i < 6 ? cells[i] : names.getOrDefault(cells[i], cells[i]));
      }
      named.add(out.toString());
    }
    return String.join("\n", named);
  }

  /// Takes note of ids that the two servers made up for the same thing.
  static void learn(JsonValue recorded, JsonValue answered, Map<String, String> ids) {
    if (recorded instanceof JsonObject one && answered instanceof JsonObject other) {
      one.members()
          .forEach((name, value) -> other.member(name).ifPresent(its -> learn(value, its, ids)));
    } else if (recorded instanceof JsonArray(var one) && answered instanceof JsonArray(var other)) {
      for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
        learn(one.get(i), other.get(i), ids);
      }
    } else if (recorded instanceof JsonString(String one)
        && answered instanceof JsonString(String other)) {
      learn(UUID, one, other, ids);
      learn(METADATA, one, other, ids);
    }
  }

  private static void learn(
      Pattern pattern, String recorded, String answered, Map<String, String> ids) {
    Matcher one = pattern.matcher(recorded);
    Matcher other = pattern.matcher(answered);
    while (one.find() && other.find()) {
      ids.putIfAbsent(one.group(), other.group());
    }
  }
}
