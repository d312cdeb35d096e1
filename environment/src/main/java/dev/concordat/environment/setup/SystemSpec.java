package dev.concordat.environment.setup;

import dev.concordat.model.owner.Owner;
import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A system of this workspace: how to build, start and reach it, what it provides and what it needs.
///
/// @param folder the working directory of its process
/// @param provides contracts (OpenAPI, AsyncAPI) that it keeps
/// @param stubs WireMock mappings that its own tests use in place of providers
/// @param variables its environment. Values are templates: `{port}` and `{host}` stand for the address on which this
///     system must listen. At least one value contains `{port}`. Variables of `consumes` and `needs` are not repeated here
/// @param reach how it is spoken with, and whom it may call
/// @param place where the system is declared
public record SystemSpec(
    String name,
    Path folder,
    Owner owner,
    Launch launch,
    ReadyCheck ready,
    List<Path> provides,
    List<Consumption> consumes,
    List<PartNeed> needs,
    List<Path> stubs,
    Map<String, String> variables,
    Reach reach,
    Place place) {
  public SystemSpec {
    provides = List.copyOf(provides);
    consumes = List.copyOf(consumes);
    needs = List.copyOf(needs);
    stubs = List.copyOf(stubs);
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /// A system that serves HTTP in clear.
  public SystemSpec(
      String name,
      Path folder,
      Owner owner,
      Launch launch,
      ReadyCheck ready,
      List<Path> provides,
      List<Consumption> consumes,
      List<PartNeed> needs,
      List<Path> stubs,
      Map<String, String> variables,
      Place place) {
    this(
        name,
        folder,
        owner,
        launch,
        ready,
        provides,
        consumes,
        needs,
        stubs,
        variables,
        Reach.PLAIN,
        place);
  }

  /// Whether it is to call some system by the name of its host.
  public boolean callsByHosts() {
    return consumes.stream().anyMatch(one -> !one.hosts().isEmpty());
  }
}
