package dev.concordat.standin.wiremock;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.StubJudge;
import java.nio.file.Path;
import java.util.List;

/// Why contracts forbid stubs: the request is none of theirs, or the provider could not give that answer.
final class ContractObjections {
  private final List<OpenApiContract> contracts;
  private final Path root;

  ContractObjections(List<OpenApiContract> contracts, Path root) {
    this.contracts = List.copyOf(contracts);
    this.root = root;
  }

  List<String> to(StubContract stubs) {
    if (contracts.isEmpty()) {
      return List.of();
    }
    return new StubJudge(contracts, root)
        .judge(stubs).stream()
            .flatMap(verdict -> verdict.breaches().stream())
            .map(ContractObjections::told)
            .distinct()
            .toList();
  }

  private static String told(Breach breach) {
    return breach.message() + " (" + breach.sentence().shortForm() + ")";
  }
}
