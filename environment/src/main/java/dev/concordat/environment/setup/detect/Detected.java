package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.compose.ComposeService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a workspace's own files tell.
///
/// @param parts without their migrations and seeds, which {@link DataFiles} finds
/// @param definitions the API definition of systems that are not here, by the system's name
public record Detected(
    List<Draft> systems,
    List<PartSpec> parts,
    List<Path> flows,
    Map<String, Path> definitions,
    List<ComposeService> services) {
  public Detected {
    systems = List.copyOf(systems);
    parts = List.copyOf(parts);
    flows = List.copyOf(flows);
    services = List.copyOf(services);
    definitions = Map.copyOf(definitions);
  }
}
