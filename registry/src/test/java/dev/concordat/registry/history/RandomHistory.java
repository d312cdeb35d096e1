package dev.concordat.registry.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Makes random histories of a few systems, small enough that everything meets everything.
final class RandomHistory {
  static final List<String> SYSTEMS = List.of("a", "b", "c", "d");
  static final List<String> NUMBERS = List.of("1", "2", "3");
  static final List<String> BRANCHES = List.of("main", "feat");
  static final List<String> TAGS = List.of("prod", "dev");
  static final List<String> ENVIRONMENTS = List.of("production", "test");
  private static final List<String> CONTENTS = List.of("one", "two", "three");
  private static final int MOST_EVENTS = 40;

  private final Random random;

  RandomHistory(long seed) {
    this.random = new Random(seed);
  }

  List<Event> events() {
    List<Event> events = new ArrayList<>();
    int count = 5 + random.nextInt(MOST_EVENTS - 5);
    for (int i = 0; i < count; i++) {
      events.add(event());
    }
    return events;
  }

  private Event event() {
    String system = one(SYSTEMS);
    String other = one(SYSTEMS.stream().filter(name -> !name.equals(system)).toList());
    String number = one(NUMBERS);
    int kind = random.nextInt(100);
    if (kind < 28) {
      return new Event.Publish(system, number, other, one(CONTENTS));
    }
    if (kind < 54) {
      return new Event.Verify(
          system, number, other, one(NUMBERS), random.nextInt(4) > 0, random.nextInt(6) == 0);
    }
    if (kind < 64) {
      return new Event.OnBranch(system, number, one(BRANCHES));
    }
    if (kind < 70) {
      return new Event.Tagged(system, number, one(TAGS));
    }
    if (kind < 80) {
      return new Event.Deploy(system, number, one(ENVIRONMENTS), target());
    }
    if (kind < 85) {
      return new Event.Release(system, number, one(ENVIRONMENTS));
    }
    return rare(kind, system, number, other);
  }

  private Event rare(int kind, String system, String number, String other) {
    return switch (kind) {
      case 85, 86, 87 -> new Event.MainBranch(system, one(BRANCHES));
      case 88, 89, 90 -> new Event.Undeploy(system, one(ENVIRONMENTS));
      case 91, 92 -> new Event.EndSupport(system, number, one(ENVIRONMENTS));
      case 93, 94 -> new Event.DeleteVersion(system, number);
      case 95, 96 -> new Event.Unpublish(system, number, other);
      case 97 -> new Event.Untagged(system, number, one(TAGS));
      default -> new Event.RemoveBranch(system, one(BRANCHES));
    };
  }

  private Optional<String> target() {
    return switch (random.nextInt(4)) {
      case 0 -> Optional.of("blue");
      case 1 -> Optional.of("green");
      default -> Optional.empty();
    };
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  Random random() {
    return random;
  }
}
