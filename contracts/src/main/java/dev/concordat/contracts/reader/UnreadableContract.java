package dev.concordat.contracts.reader;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/// A file of which no contract could be made. Its problems say why.
public record UnreadableContract(String file, List<Problem> problems) implements Contract {
  public UnreadableContract {
    problems = List.copyOf(problems);
  }

  @Override
  public ContractKind kind() {
    return ContractKind.UNKNOWN;
  }

  @Override
  public String title() {
    return file;
  }

  @Override
  public String version() {
    return "";
  }

  @Override
  public Optional<Owner> owner() {
    return Optional.empty();
  }
}
