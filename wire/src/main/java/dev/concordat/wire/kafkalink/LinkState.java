package dev.concordat.wire.kafkalink;

import dev.concordat.model.link.LinkName;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.RecordFault;
import java.util.List;

/// What all connections of a link share.
record LinkState(
    LinkName name,
    Disturbances disturbances,
    TopicNames topics,
    Traffic traffic,
    Verdicts verdicts,
    Swaps swaps) {
  LinkState(LinkName name, Disturbances disturbances) {
    this(name, disturbances, new TopicNames(), new Traffic(), new Verdicts(), new Swaps());
    disturbances.onChange(() -> verdicts.keep(disturbances.placed()));
  }

  /// The rules for messages of a topic, in the order in which they were set.
  List<PlacedFault> rules(String topic) {
    boolean isInternal = topic.startsWith("__");
    return disturbances.placed().stream()
        .filter(placed -> placed.rule().fault() instanceof RecordFault)
        .filter(placed -> placed.rule().topic().map(topic::equals).orElse(!isInternal))
        .toList();
  }

  /// Whether answers with messages must be taken apart.
  boolean disturbsMessages() {
    return !swaps.isEmpty()
        || disturbances.placed().stream()
            .anyMatch(placed -> placed.rule().fault() instanceof RecordFault);
  }
}
