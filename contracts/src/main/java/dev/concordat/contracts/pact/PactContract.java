package dev.concordat.contracts.pact;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.meaning.Meaningful;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A pact: what one consumer needs of one provider.
///
/// @param pactVersion the version of the specification that the file follows
/// @param metadata as written: who wrote the file with what
public record PactContract(
    String file,
    String consumer,
    String provider,
    PactVersion pactVersion,
    List<PactInteraction> interactions,
    List<PactPlugin> plugins,
    JsonObject metadata,
    List<Problem> problems)
    implements Contract, Meaningful {
  public PactContract {
    interactions = List.copyOf(interactions);
    plugins = List.copyOf(plugins);
    problems = List.copyOf(problems);
  }

  @Override
  public Term meaning() {
    return PactMeaning.own(this);
  }

  @Override
  public Map<String, Term> parts() {
    return PactMeaning.parts(this);
  }

  @Override
  public ContractKind kind() {
    return ContractKind.PACT;
  }

  @Override
  public String title() {
    return consumer + " → " + provider;
  }

  /// Pact files do not carry a version of their own.
  @Override
  public String version() {
    return "";
  }

  @Override
  public Optional<Owner> owner() {
    return Optional.empty();
  }

  public List<HttpInteraction> httpInteractions() {
    return only(HttpInteraction.class);
  }

  public List<MessageInteraction> messageInteractions() {
    return only(MessageInteraction.class);
  }

  private <T> List<T> only(Class<T> kind) {
    return interactions.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
