package dev.concordat.environment.running;

import dev.concordat.environment.setup.Launch;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.ReadyCheck;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Setups of a few lines.
final class TestSetups {
  private static final Place PLACE = Place.of("concordat.yaml");

  private TestSetups() {}

  static Setup of(Path root, List<SystemSpec> systems, PartSpec... parts) {
    return new Setup(root, systems, List.of(parts), List.of(), List.of(), List.of());
  }

  /// A web server that comes with the JDK.
  static SystemSpec files(Path folder, String name, PartNeed... needs) {
    return system(
        folder,
        name,
        List.of("java", "-m", "jdk.httpserver", "-b", "{host}", "-p", "{port}"),
        needs);
  }

  static SystemSpec shell(Path folder, String name, String script, PartNeed... needs) {
    return system(folder, name, List.of("/bin/sh", "-c", script), needs);
  }

  static SystemSpec system(Path folder, String name, List<String> command, PartNeed... needs) {
    return new SystemSpec(
        name,
        folder,
        Owner.unowned("nobody says"),
        new Launch(command, Optional.empty(), Optional.empty()),
        new ReadyCheck.Http("/"),
        List.of(),
        List.of(),
        List.of(needs),
        List.of(),
        Map.of("PORT", "{port}", "HOST", "{host}"),
        PLACE);
  }

  static PartSpec postgres(String name) {
    return new PartSpec(name, "postgres", "16", name, List.of(), List.of(), PLACE);
  }

  static PartSpec kafka(String name) {
    return new PartSpec(name, "kafka", "", "", List.of(), List.of(), PLACE);
  }
}
