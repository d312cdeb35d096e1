package dev.concordat.cli.drift;

import dev.concordat.cli.files.ContractSearch;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.drift.Truth;
import dev.concordat.drift.mock.Mocks;
import dev.concordat.drift.provider.ProviderOptions;
import dev.concordat.model.problem.Problem;
import dev.concordat.wire.caller.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads what a command line names: stubs, and what they are held against.
final class Inputs {
  /// What is not on this machine is not ours alone: so many requests a second, unless asked otherwise.
  private static final int POLITE_PER_SECOND = 10;

  private final DriftRequest request;
  private final Path folder;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<Contract> stubs = new ArrayList<>();
  private final List<OpenApiContract> contracts = new ArrayList<>();
  private final List<StubContract> recordings = new ArrayList<>();
  private Optional<ProviderOptions> provider = Optional.empty();
  private final Path root;
  private final ContractReader reader;

  private Inputs(DriftRequest request, Path folder) {
    this.request = request;
    this.folder = folder;
    var all = new ContractSearch(folder);
    request.stubs().forEach(all::add);
    request.against().stream().filter(word -> !isAddress(word)).forEach(all::add);
    this.root = real(all.root());
    this.reader = new ContractReader(root);
  }

  private static Path real(Path root) {
    return root.toAbsolutePath().normalize();
  }

  /// Reads everything.
  static Inputs read(DriftRequest request, Path folder) {
    var inputs = new Inputs(request, folder);
    inputs.readStubs();
    inputs.readTruth();
    return inputs;
  }

  static boolean isAddress(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  private void readStubs() {
    for (String word : request.stubs()) {
      var search = new ContractSearch(folder);
      if (!search.add(word)) {
        complaints.add("there is no file or folder '" + word + "'.");
        continue;
      }
      int before = stubs.size();
      for (ContractSearch.Found found : search.files()) {
        Contract contract = reader.read(found.file());
        if (Mocks.isMocks(contract)) {
          add(contract);
        } else if (found.isNamed()) {
          complaints.add("'" + word + "' holds no stubs: " + why(contract));
        }
      }
      if (stubs.size() == before && complaints.isEmpty()) {
        complaints.add("'" + word + "' holds no stubs.");
      }
    }
  }

  private void add(Contract contract) {
    boolean isNew = stubs.stream().noneMatch(known -> known.file().equals(contract.file()));
    if (isNew) {
      stubs.add(contract);
      contract.problems().stream()
          .filter(Problem::isError)
          .forEach(problem -> remarks.add(problem.place() + "  " + problem.message()));
    }
  }

  private static String why(Contract contract) {
    return contract.kind() == ContractKind.UNKNOWN
        ? contract.problems().stream()
            .filter(Problem::isError)
            .findFirst()
            .map(Problem::message)
            .orElse("it cannot be read")
        : "it is " + contract.kind().label();
  }

  private void readTruth() {
    for (String word : request.against()) {
      if (isAddress(word)) {
        address(word);
      } else {
        file(word);
      }
    }
  }

  private void address(String word) {
    if (provider.isPresent()) {
      complaints.add("--against names two providers; run it once for each.");
      return;
    }
    try {
      URI uri = URI.create(word);
      Endpoint endpoint = Endpoint.of(uri, request.asking().isInsecure());
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      int polite = endpoint.isLoopback() ? 0 : POLITE_PER_SECOND;
      provider =
          Optional.of(
              new ProviderOptions(
                  endpoint,
                  path.endsWith("/") ? path.substring(0, path.length() - 1) : path,
                  request.asking().allowsWrites(),
                  request.asking().perSecond().orElse(polite),
                  request.asking().times(),
                  request.asking().answerLimit(),
                  request.asking().headers()));
    } catch (IllegalArgumentException wrong) {
      complaints.add("--against: " + wrong.getMessage());
    }
  }

  private void file(String word) {
    var search = new ContractSearch(folder);
    if (!search.add(word)) {
      complaints.add("--against: there is no file or folder '" + word + "'.");
      return;
    }
    int before = contracts.size() + recordings.size();
    for (ContractSearch.Found found : search.files()) {
      switch (reader.read(found.file())) {
        case OpenApiContract contract -> contracts.add(contract);
        case StubContract archive when archive.kind() == ContractKind.HAR ->
            recordings.add(archive);
        case Contract other when found.isNamed() ->
            complaints.add(
                "--against: '" + word + "' is no OpenAPI contract and no recording: " + why(other));
        case Contract ignored -> {}
      }
    }
    if (contracts.size() + recordings.size() == before && complaints.isEmpty()) {
      complaints.add("--against: '" + word + "' holds no OpenAPI contract and no recording.");
    }
  }

  /// What keeps the check from being made.
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /// What of the stubs cannot be read.
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  List<Contract> stubs() {
    return List.copyOf(stubs);
  }

  Truth truth() {
    return new Truth(contracts, provider, recordings, request.against());
  }

  ContractReader reader() {
    return reader;
  }

  Path root() {
    return root;
  }

  /// Whether what is on the left is traffic, and not stubs.
  boolean isTraffic() {
    boolean areRecordings =
        stubs.stream().allMatch(contract -> contract.kind() == ContractKind.HAR);
    return areRecordings
        && truth().isContractsOnly()
        && request.readAs().orElse(DriftRequest.ReadAs.traffic) == DriftRequest.ReadAs.traffic;
  }

  /// The text of a file of stubs.
  String text(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }
}
