package dev.concordat.record.output;

import dev.concordat.contracts.tree.YamlText;
import dev.concordat.model.json.JsonObject;
import dev.concordat.record.learning.Edge;
import dev.concordat.record.learning.Route;
import dev.concordat.record.settling.Described;
import dev.concordat.record.settling.Settled;
import dev.concordat.wire.redaction.Redactor;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A flow for each operation whose answers later requests were made with.
final class FlowFiles {
  private FlowFiles() {}

  static NavigableMap<String, String> of(Settled settled, String system, List<String> notes) {
    Map<Route, Described> byRoute =
        settled.operations().stream()
            .collect(Collectors.toMap(Described::route, Function.identity()));
    Map<Route, NavigableMap<Route, Edge>> bySource = new TreeMap<>();
    settled.edges().keySet().stream()
        .filter(edge -> edge.from().method().equals("POST"))
        .forEach(
            edge ->
                bySource
                    .computeIfAbsent(edge.from(), none -> new TreeMap<>())
                    .putIfAbsent(edge.to(), edge));
    NavigableMap<String, String> files = new TreeMap<>();
    bySource.forEach(
        (source, uses) -> {
          Described described = byRoute.get(source);
          if (described != null) {
            Optional<JsonObject> flow =
                new FlowSteps(byRoute, system).flow(described, uses.values());
            flow.ifPresent(
                json -> {
                  String name = "flows/" + described.id() + ".flow.yaml";
                  String text = YamlText.of(json);
                  files.put(name, text);
                  if (text.contains(Redactor.MARK)) {
                    notes.add(name + ": fill in what was taken out as a secret");
                  }
                });
          }
        });
    return files;
  }
}
