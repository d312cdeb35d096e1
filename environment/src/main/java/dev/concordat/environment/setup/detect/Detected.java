package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.PartSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a workspace's own files tell.
///
/// @param definitions the API definition of systems that are not here, by the system's name
public record Detected(
    List<Draft> systems, List<PartSpec> parts, List<Path> flows, Map<String, Path> definitions) {
  public Detected {
    systems = List.copyOf(systems);
    parts = List.copyOf(parts);
    flows = List.copyOf(flows);
    definitions = Map.copyOf(definitions);
  }
}
