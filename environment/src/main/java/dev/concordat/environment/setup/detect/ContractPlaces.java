package dev.concordat.environment.setup.detect;

import dev.concordat.contracts.ContractKind;
import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.environment.setup.catalog.Catalog;
import dev.concordat.environment.setup.catalog.CatalogEntity;
import dev.concordat.environment.setup.workspace.Nodes;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides for each contract whose it is: provided by a system, needed by a consumer, or a stub in a system's tests.
final class ContractPlaces {
  private static final Set<String> TEST_FOLDERS =
      Set.of("test", "tests", "__tests__", "it", "fixtures", "testdata");

  private final Workspace workspace;
  private final Catalog catalog;
  private final List<Candidate> systems;
  private final List<ContractFile> files;

  ContractPlaces(
      Workspace workspace, Catalog catalog, List<Candidate> systems, List<ContractFile> files) {
    this.workspace = workspace;
    this.catalog = catalog;
    this.systems = systems;
    this.files = files;
  }

  List<Path> providedBy(Candidate system) {
    return files.stream()
        .filter(ContractFile::isProvidable)
        .filter(file -> providerOf(file).filter(system::equals).isPresent())
        .peek(
            file ->
                workspace
                    .notes()
                    .fact(
                        system.name(),
                        "provides " + file.kind().label(),
                        workspace.place(file.path(), 1),
                        Sureness.CERTAIN))
        .map(ContractFile::path)
        .toList();
  }

  List<Path> stubsOf(Candidate system) {
    List<Path> stubs =
        files.stream()
            .filter(file -> file.kind() == ContractKind.WIREMOCK)
            .filter(file -> around(file.path()).filter(system::equals).isPresent())
            .map(ContractFile::path)
            .toList();
    if (!stubs.isEmpty()) {
      workspace
          .notes()
          .fact(
              system.name(),
              "tests against "
                  + stubs.size()
                  + " WireMock mapping"
                  + (stubs.size() == 1 ? "" : "s"),
              workspace.place(stubs.getFirst(), 1),
              Sureness.CERTAIN);
    }
    return stubs;
  }

  /// The consumptions with the contract of each: a Pact of the two, else the consumer's copy of the provider's contract.
  List<Consumption> withContracts(Candidate consumer, List<Consumption> consumptions) {
    return consumptions.stream()
        .map(
            one ->
                new Consumption(
                    one.provider(),
                    one.variable(),
                    one.value(),
                    pact(consumer.name(), one.provider()).or(() -> copy(consumer, one.provider()))))
        .toList();
  }

  /// Providers that a system has a Pact with.
  List<PactFile> pactsOf(Candidate consumer) {
    return pacts().stream()
        .filter(pact -> VariableName.isSame(pact.consumer(), consumer.name()))
        .toList();
  }

  record PactFile(ContractFile file, String consumer, String provider) {}

  private List<PactFile> pacts() {
    return files.stream()
        .filter(file -> file.kind() == ContractKind.PACT)
        .map(file -> new PactFile(file, name(file, "consumer/name"), name(file, "provider/name")))
        .toList();
  }

  private static String name(ContractFile file, String path) {
    return Nodes.textAt(file.root(), path).map(found -> found.text()).orElse("");
  }

  private Optional<Path> pact(String consumer, String provider) {
    Optional<PactFile> found =
        pacts().stream()
            .filter(
                pact ->
                    VariableName.isSame(pact.consumer(), consumer)
                        && VariableName.isSame(pact.provider(), provider))
            // The consumer writes it; elsewhere are copies.
            .min(
                Comparator.comparing(
                    pact ->
                        around(pact.file().path()).filter(s -> s.isCalled(consumer)).isEmpty()));
    found.ifPresent(
        pact ->
            workspace
                .notes()
                .fact(
                    new LinkName(consumer, provider).toString(),
                    "has a Pact",
                    workspace.place(pact.file().path(), 1),
                    Sureness.CERTAIN));
    return found.map(pact -> pact.file().path());
  }

  private Optional<Path> copy(Candidate consumer, String provider) {
    return files.stream()
        .filter(file -> file.kind() == ContractKind.OPENAPI)
        .filter(file -> around(file.path()).filter(consumer::equals).isPresent())
        .filter(
            file -> names(file, consumer).stream().anyMatch(n -> VariableName.isSame(n, provider)))
        .map(ContractFile::path)
        .findFirst();
  }

  private Optional<Candidate> providerOf(ContractFile file) {
    Optional<Candidate> byCatalog = byCatalog(file.path());
    if (byCatalog.isPresent()) {
      return byCatalog;
    }
    Optional<Candidate> around = around(file.path());
    if (around.isEmpty()) {
      return byFileName(file);
    }
    return isInTests(file, around.get()) || isCopy(file, around.get()) ? Optional.empty() : around;
  }

  private Optional<Candidate> byCatalog(Path file) {
    return catalog.apiOf(file).stream()
        .flatMap(api -> catalog.providersOf(api.name()).stream())
        .flatMap(component -> systemOf(component).stream())
        .findFirst();
  }

  Optional<Candidate> systemOf(CatalogEntity component) {
    return systems.stream()
        .filter(
            system ->
                catalog
                    .component(system.name(), system.folder())
                    .filter(component::equals)
                    .isPresent())
        .findFirst();
  }

  private Optional<Candidate> byFileName(ContractFile file) {
    return systems.stream()
        .filter(
            system ->
                words(workspace.root().relativize(file.path())).stream()
                    .anyMatch(word -> VariableName.isSame(word, system.name())))
        .findFirst();
  }

  /// The deepest system folder around a file.
  private Optional<Candidate> around(Path file) {
    return systems.stream()
        .filter(system -> file.startsWith(system.folder()))
        .max(Comparator.comparingInt(system -> system.folder().getNameCount()));
  }

  private static boolean isInTests(ContractFile file, Candidate system) {
    for (Path part : system.folder().relativize(file.path())) {
      if (TEST_FOLDERS.contains(part.toString())) {
        return true;
      }
    }
    return false;
  }

  /// Whether the file is a consumer's copy of another system's contract: `orders/clients/payments-openapi.yaml`.
  private boolean isCopy(ContractFile file, Candidate system) {
    List<String> names = names(file, system);
    boolean isOwn = names.stream().anyMatch(name -> VariableName.isSame(name, system.name()));
    return !isOwn
        && systems.stream()
            .filter(other -> !other.equals(system))
            .anyMatch(
                other -> names.stream().anyMatch(name -> VariableName.isSame(name, other.name())));
  }

  private static List<String> names(ContractFile file, Candidate system) {
    return words(system.folder().relativize(file.path()));
  }

  private static List<String> words(Path path) {
    String text = path.toString().replaceFirst("\\.\\w+$", "");
    return Arrays.stream(text.split("[/\\\\._-]", -1)).filter(word -> word.length() > 2).toList();
  }

  /// Contracts that belong to nobody here are said, not dropped.
  void noteOrphans() {
    for (ContractFile file : files) {
      boolean isOrphan =
          file.isProvidable() && around(file.path()).isEmpty() && providerOf(file).isEmpty();
      if (isOrphan) {
        workspace
            .notes()
            .problem(
                Problem.warning(
                    "setup/contract-of-nobody",
                    workspace.place(file.path(), 1),
                    "no system here provides this " + file.kind().label() + " contract",
                    "name it under `provides:` of its system in concordat.yaml"));
      }
    }
  }
}
