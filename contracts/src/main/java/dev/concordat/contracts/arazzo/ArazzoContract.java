package dev.concordat.contracts.arazzo;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.meaning.Meaningful;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An Arazzo document. What `components` hold stands where it is used.
///
/// @param specification the version of Arazzo it is written in
public record ArazzoContract(
    String file,
    String title,
    String version,
    Optional<Owner> owner,
    String specification,
    List<Source> sources,
    List<Workflow> workflows,
    List<Problem> problems)
    implements Contract, Meaningful {
  public ArazzoContract {
    sources = List.copyOf(sources);
    workflows = List.copyOf(workflows);
    problems = List.copyOf(problems);
  }

  @Override
  public Term meaning() {
    return ArazzoMeaning.own(this);
  }

  @Override
  public Map<String, Term> parts() {
    return ArazzoMeaning.parts(this);
  }

  @Override
  public ContractKind kind() {
    return ContractKind.ARAZZO;
  }

  /// The workflow of that id.
  public Optional<Workflow> workflow(String id) {
    return workflows.stream().filter(workflow -> workflow.id().equals(id)).findFirst();
  }
}
