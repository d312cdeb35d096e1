package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.Parallel;
import dev.concordat.environment.part.Kafka;
import dev.concordat.environment.part.KafkaBroker;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.wire.kafka.KafkaObserver;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// A broker of its own for every part, observed from its first moment, with a link for every system that needs it.
final class KafkaStarter implements PartStarter {
  @Override
  public String kind() {
    return Kafka.KIND;
  }

  @Override
  public void start(List<PartSpec> parts, PartStart start)
      throws EnvironmentFailure, InterruptedException {
    Parallel.forEach(parts, part -> startOne(part, start));
  }

  private static void startOne(PartSpec part, PartStart start)
      throws EnvironmentFailure, InterruptedException {
    Kafka kafka = Kafka.find(start.context());
    KafkaBroker broker =
        start.announcer().during(part.name(), "starting Kafka", () -> kafka.start(part.name()));
    try {
      start
          .opened()
          .broker(
              part.name(),
              broker,
              KafkaObserver.open(part.name(), broker.bootstrap(), Set.of(), start.wiring()));
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          part.name(),
          "cannot be observed: " + e.getMessage(),
          "See " + broker.process().logFile());
    }
    for (SystemSpec system : start.setup().systems()) {
      if (system.needs().stream().anyMatch(need -> need.part().equals(part.name()))) {
        start.links().openBroker(system.name(), part.name(), broker.address());
      }
    }
    start.isReady().accept(part.name());
  }

  /// The broker's cache is made while the environment is in use, at the lowest priority; the next start has it.
  @Override
  public void afterwards(PartStart start) throws EnvironmentFailure {
    Kafka kafka = Kafka.find(start.context());
    if (kafka.isTrained()) {
      return;
    }
    start
        .opened()
        .background(
            Thread.ofVirtual()
                .name("kafka training")
                .start(
                    () -> {
                      try {
                        kafka.train();
                      } catch (EnvironmentFailure _) {
                        // Only the next start is slower; it tries again.
                      } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                      }
                    }));
  }
}
