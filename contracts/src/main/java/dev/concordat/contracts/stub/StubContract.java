package dev.concordat.contracts.stub;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.meaning.Meaningful;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The stubs of one file.
///
/// @param kind the tool whose format it is
/// @param title what the file calls itself; its name where it does not say
/// @param version the version that the file states of itself; mostly empty
public record StubContract(
    ContractKind kind,
    String file,
    String title,
    String version,
    List<Stub> stubs,
    List<Problem> problems)
    implements Contract, Meaningful {
  public StubContract {
    stubs = List.copyOf(stubs);
    problems = List.copyOf(problems);
  }

  @Override
  public Term meaning() {
    return StubMeaning.own(this);
  }

  @Override
  public Map<String, Term> parts() {
    return StubMeaning.parts(this);
  }

  /// Stubs carry no owner.
  @Override
  public Optional<Owner> owner() {
    return Optional.empty();
  }
}
