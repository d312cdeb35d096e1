package dev.concordat.contracts.wiremock;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/// The stubs of one file of WireMock mappings.
public record StubContract(String file, List<Stub> stubs, List<Problem> problems)
    implements Contract {
  public StubContract {
    stubs = List.copyOf(stubs);
    problems = List.copyOf(problems);
  }

  @Override
  public ContractKind kind() {
    return ContractKind.WIREMOCK;
  }

  @Override
  public String title() {
    return file;
  }

  /// Mappings do not carry a version.
  @Override
  public String version() {
    return "";
  }

  @Override
  public Optional<Owner> owner() {
    return Optional.empty();
  }
}
