package dev.concordat.fidelity.http;

import dev.concordat.contracts.http.Percent;
import dev.concordat.contracts.http.RequestFields;
import dev.concordat.fidelity.change.Alteration;
import dev.concordat.fidelity.change.Change;
import dev.concordat.fidelity.change.Part;
import dev.concordat.fidelity.scalar.Texts;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What happened to the target of a request: its path and its query.
final class TargetComparison {
  private final List<Change> changes = new ArrayList<>();

  private TargetComparison() {}

  static List<Change> compare(HttpRequestMessage sent, HttpRequestMessage received) {
    var comparison = new TargetComparison();
    comparison.path(sent.path(), received.path());
    if (!sent.query().equals(received.query())) {
      comparison.query(sent.query(), received.query());
    }
    return comparison.changes;
  }

  private void path(String sent, String received) {
    if (!sent.equals(received)) {
      add(
          Part.PATH,
          "",
          sameSegments(sent, received) ? Alteration.ESCAPES_REWRITTEN : Alteration.TARGET_CHANGED,
          sent,
          received);
    }
  }

  /// Whether both paths have the same segments once these are decoded, each for itself: `%7E` is `~`, and `%2F` is no `/`
  /// (RFC 3986 section 6.2.2).
  private static boolean sameSegments(String sent, String received) {
    return segments(sent).equals(segments(received));
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1)).stream().map(Percent::decode).toList();
  }

  private void query(String sent, String received) {
    Map<String, List<String>> from = byName(sent);
    Map<String, List<String>> to = byName(received);
    int before = changes.size();
    from.forEach((name, values) -> parameter(name, values, to.getOrDefault(name, List.of())));
    to.forEach(
        (name, values) -> {
          if (!from.containsKey(name)) {
            add(Part.QUERY, name, Alteration.INVENTED, "", String.join(", ", values));
          }
        });
    if (changes.size() == before) {
      add(Part.QUERY, "", Alteration.ESCAPES_REWRITTEN, sent, received);
    }
  }

  private static Map<String, List<String>> byName(String query) {
    return RequestFields.query(query).stream()
        .collect(
            Collectors.groupingBy(
                field -> Percent.decodeForm(field.name()),
                LinkedHashMap::new,
                Collectors.mapping(field -> Percent.decodeForm(field.raw()), Collectors.toList())));
  }

  private void parameter(String name, List<String> sent, List<String> received) {
    if (sent.equals(received)) {
      return;
    }
    if (received.isEmpty()) {
      add(Part.QUERY, name, Alteration.DROPPED, String.join(", ", sent), "");
    } else if (sent.size() == received.size()) {
      values(name, sent, received);
    } else {
      Alteration what =
          sent.size() < received.size()
              ? Alteration.DUPLICATED
              : sent.stream().distinct().toList().equals(received)
                  ? Alteration.DEDUPLICATED
                  : Alteration.DROPPED;
      add(Part.QUERY, name, what, String.join(", ", sent), String.join(", ", received));
    }
  }

  private void values(String name, List<String> sent, List<String> received) {
    if (sent.stream().sorted().toList().equals(received.stream().sorted().toList())) {
      add(
          Part.QUERY,
          name,
          Alteration.REORDERED,
          String.join(", ", sent),
          String.join(", ", received));
      return;
    }
    for (int i = 0; i < sent.size(); i++) {
      String from = sent.get(i);
      String to = received.get(i);
      Texts.alteration(from, to).ifPresent(what -> add(Part.QUERY, name, what, from, to));
    }
  }

  private void add(Part part, String at, Alteration what, String sent, String received) {
    changes.add(new Change(part, at, what, sent, received));
  }
}
