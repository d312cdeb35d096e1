package dev.concordat.registry.broker;

import dev.concordat.registry.http.Answer;
import dev.concordat.registry.store.IntegrationRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who uses whom as comma-separated rows: id, name, three constants that older tools draw with, the place in the list, and
/// the ids of the providers, filled up with zeros.
final class Network {
  private static final String CSV = "text/csv;charset=utf-8";

  private Network() {}

  private static final class Node {
    final String name;
    final List<Long> providers = new ArrayList<>();

    Node(String name) {
      this.name = name;
    }
  }

  static Answer csv(List<IntegrationRow> rows) {
    Map<Long, Node> nodes = new LinkedHashMap<>();
    for (IntegrationRow row : rows) {
      Node consumer = nodes.computeIfAbsent(row.consumerId(), _ -> new Node(row.consumer()));
      nodes.computeIfAbsent(row.providerId(), _ -> new Node(row.provider()));
      consumer.providers.add(row.providerId());
    }
    int most = nodes.values().stream().mapToInt(node -> node.providers.size()).max().orElse(0);
    StringBuilder out = new StringBuilder();
    int place = 0;
    for (Map.Entry<Long, Node> entry : nodes.entrySet()) {
      place++;
      Node node = entry.getValue();
      out.append(entry.getKey())
          .append(',')
          .append(quoted(node.name))
          .append(",1,1,0,")
          .append(place);
      for (int i = 0; i < most; i++) {
        out.append(',').append(i < node.providers.size() ? node.providers.get(i) : 0);
      }
      out.append('\n');
    }
    return Answer.text(200, CSV, out.toString());
  }

  private static String quoted(String name) {
    return name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? name
        : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /// What can be reached from a system, along either direction.
  static List<IntegrationRow> around(long systemId, List<IntegrationRow> rows) {
    Set<Long> reached = new HashSet<>(Set.of(systemId));
    boolean isGrowing = true;
    while (isGrowing) {
      Set<Long> more =
          rows.stream()
              .filter(
                  row -> reached.contains(row.consumerId()) || reached.contains(row.providerId()))
              .flatMap(row -> Stream.of(row.consumerId(), row.providerId()))
              .collect(Collectors.toSet());
      isGrowing = reached.addAll(more);
    }
    return rows.stream().filter(row -> reached.contains(row.consumerId())).toList();
  }
}
