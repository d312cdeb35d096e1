package dev.concordat.contracts.overlay;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.meaning.Meaningful;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import dev.concordat.contracts.tree.Document;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An overlay: changes to an OpenAPI document, kept apart from it.
///
/// @param specification the version it is written in: `1.0.0`
/// @param result the document that it extends, with its changes; empty where it names none, or none that can be read
public record OverlayContract(
    String file,
    String title,
    String version,
    String specification,
    List<OverlayAction> actions,
    Optional<Document> result,
    List<Problem> problems)
    implements Contract, Meaningful {
  public OverlayContract {
    actions = List.copyOf(actions);
    problems = List.copyOf(problems);
  }

  @Override
  public ContractKind kind() {
    return ContractKind.OVERLAY;
  }

  /// The changes in their order; what they make of a document is that contract's meaning.
  @Override
  public Term meaning() {
    return TermMembers.of("overlay")
        .sequence("actions", actions.stream().map(OverlayAction::meaning).toList())
        .term();
  }

  @Override
  public Map<String, Term> parts() {
    return Map.of();
  }

  @Override
  public Optional<Owner> owner() {
    return Optional.empty();
  }
}
