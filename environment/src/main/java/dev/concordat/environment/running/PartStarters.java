package dev.concordat.environment.running;

import java.util.List;
import java.util.Optional;

/// Every kind of part that can be started.
final class PartStarters {
  private static final List<PartStarter> ALL = List.of(new PostgresStarter(), new KafkaStarter());

  private PartStarters() {}

  static Optional<PartStarter> of(String kind) {
    return ALL.stream().filter(starter -> starter.kind().equals(kind)).findFirst();
  }

  static List<String> kinds() {
    return ALL.stream().map(PartStarter::kind).toList();
  }
}
