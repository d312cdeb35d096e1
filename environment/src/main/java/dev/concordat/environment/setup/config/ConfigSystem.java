package dev.concordat.environment.setup.config;

import dev.concordat.environment.setup.ReadyCheck;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A system as concordat.yaml tells of it. What is empty was not said; an empty value in a map means: leave out what was
/// detected.
public record ConfigSystem(
    String name,
    Place place,
    Optional<Located> owner,
    Optional<Path> folder,
    Optional<List<String>> run,
    Optional<String> requires,
    Optional<ConfigBuild> build,
    Optional<ReadyCheck> ready,
    Optional<String> port,
    Optional<List<Located>> provides,
    Map<String, Optional<ConfigLink>> consumes,
    Map<String, Optional<ConfigNeed>> needs,
    Optional<List<Located>> stubs,
    Map<String, Optional<String>> variables,
    Optional<Located> tls,
    Optional<List<Located>> outside) {

  /// How the product is made.
  public record ConfigBuild(
      List<String> run,
      Optional<String> folder,
      Optional<String> product,
      Optional<List<Located>> sources,
      Place place) {}

  /// A system it calls.
  ///
  /// @param variables names with their templates; an empty template means the usual one
  /// @param hosts names by which it is called whatever the variables say
  public record ConfigLink(
      Optional<Located> contract,
      Map<String, String> variables,
      List<Located> hosts,
      Place place) {}

  /// A part it uses.
  ///
  /// @param part `postgres@16`
  /// @param variables names with their templates; an empty template means the usual one
  public record ConfigNeed(
      Optional<Located> part,
      Map<String, String> variables,
      Optional<String> database,
      Optional<List<Located>> migrations,
      Optional<List<Located>> seeds,
      Place place) {}
}
