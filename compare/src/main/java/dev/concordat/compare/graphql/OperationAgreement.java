package dev.concordat.compare.graphql;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.graphql.GraphQlDocumentContract;
import dev.concordat.contracts.graphql.GraphQlJudge;
import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.EnumValue;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Occurrence;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Tally;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.finding.AgreeGraphQlRules;
import dev.concordat.model.finding.Sentence;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges a consumer's operations by a provider's schema, one after the other. What several operations share is told once.
final class OperationAgreement {
  /// Of one document, so many misfits are told.
  private static final int MAX_TOLD = 1_000;

  private final GraphQlDocumentContract consumer;
  private final SchemaView provider;
  private final Sides.Names names;
  private final GraphQlJudge judge;
  private final Values values;
  private final Map<String, Ending> ending;
  private final Map<String, Difference> told = new LinkedHashMap<>();

  OperationAgreement(GraphQlDocumentContract consumer, SchemaView provider, Sides.Names names) {
    this.consumer = consumer;
    this.provider = provider;
    this.names = names;
    judge = new GraphQlJudge(provider.contract());
    values = new Values(provider, provider);
    ending = endings(provider);
  }

  List<Difference> differences() {
    return List.copyOf(told.values());
  }

  Tally judge(Asked asked) {
    List<Misfit> misfits = DocumentCheck.of(provider, asked.document());
    var probe = new Probe(asked.text(), values.smallest(asked.operation()));
    List<Breach> breaches = judge.request(probe.body());
    boolean canJudge = provider.contract().executable().isPresent();
    boolean isPart = misfits.stream().anyMatch(OperationAgreement::isElsewhere);
    if (misfits.isEmpty() && breaches.isEmpty() && canJudge) {
      deprecated(asked);
      return new Tally(1, 0, 0);
    }
    if (misfits.isEmpty()) {
      String reason =
          breaches.isEmpty()
              ? "the provider's schema has mistakes, so that no operation can be judged by it"
              : "graphql-java refuses it, and Concordat does not: " + breaches.getFirst().message();
      add(asked, undecided(asked, asked.operation(), reason));
      return new Tally(0, 0, 1);
    }
    for (Misfit misfit : misfits) {
      if (isElsewhere(misfit) || (isPart && misfit.kind() == Misfit.Kind.DOCUMENT)) {
        add(asked, undecided(asked, misfit.node(), misfit.message() + " in this file"));
      } else if (breaches.isEmpty()) {
        String reason = "Concordat refuses it, and graphql-java does not: " + misfit.message();
        add(asked, undecided(asked, misfit.node(), reason));
      } else {
        add(asked, broken(asked, probe, misfit));
      }
    }
    boolean isBroken =
        told.values().stream()
            .anyMatch(one -> one.impact() == Impact.BREAKS && isOf(one, asked.title()));
    return isBroken ? new Tally(0, 1, 0) : new Tally(0, 0, 1);
  }

  private static boolean isOf(Difference difference, String operation) {
    return difference.position().operation().equals(operation)
        || difference.also().stream().anyMatch(one -> one.position().operation().equals(operation));
  }

  /// Fragments may stand in another file.
  private static boolean isElsewhere(Misfit misfit) {
    return misfit.kind() == Misfit.Kind.DOCUMENT && misfit.node() instanceof FragmentSpread;
  }

  private Difference broken(Asked asked, Probe probe, Misfit misfit) {
    var witness =
        new Witness(
            new WitnessMessage.GraphQl(probe.document(), probe.variables()),
            names.before(),
            names.after(),
            misfit.message(),
            Votes.OF_OPERATIONS);
    return new Difference(
        Outcome.of(misfit.kind()).rule(),
        Impact.BREAKS,
        new Evidence.Witnessed(witness),
        position(asked, misfit),
        "",
        misfit.message(),
        Optional.of(consumer.sentence(misfit.node())),
        misfit.definition(),
        List.of(),
        List.of());
  }

  private static Position position(Asked asked, Misfit misfit) {
    if (misfit.kind() == Misfit.Kind.SELECTION && misfit.node() instanceof OperationDefinition) {
      return new Position(asked.title(), Position.Part.OPERATION, "");
    }
    boolean isOfType = !misfit.path().contains(".");
    Position.Part part =
        switch (misfit.kind()) {
          case SELECTION -> isOfType ? Position.Part.TYPE : Position.Part.FIELD;
          case INPUT -> isOfType ? Position.Part.TYPE : Position.Part.ARGUMENT;
          case DIRECTIVE, DOCUMENT -> Position.Part.DOCUMENT;
        };
    return new Position(asked.title(), part, misfit.path());
  }

  private Difference undecided(Asked asked, Node<?> node, String reason) {
    return new Difference(
        AgreeGraphQlRules.DOCUMENT_INVALID,
        Impact.UNKNOWN,
        new Evidence.Undecided(reason, List.of()),
        new Position(asked.title(), Position.Part.DOCUMENT, ""),
        "",
        reason,
        Optional.of(consumer.sentence(node)),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /// What is told of a place once is not told again for the next operation that shares it.
  private void add(Asked asked, Difference difference) {
    String place =
        difference.before().map(Sentence::place).map(Object::toString).orElse(asked.title());
    String key = place + difference.rule().id() + difference.message();
    Difference known = told.get(key);
    if (known == null) {
      if (told.size() < MAX_TOLD) {
        told.put(key, difference);
      }
    } else if (!isOf(known, asked.title())) {
      told.put(key, withOccurrence(known, difference.position()));
    }
  }

  private static Difference withOccurrence(Difference known, Position position) {
    var also = new ArrayList<>(known.also());
    also.add(new Occurrence(position, known.pointer()));
    return new Difference(
        known.rule(),
        known.impact(),
        known.evidence(),
        known.position(),
        known.pointer(),
        known.message(),
        known.before(),
        known.after(),
        known.aliases(),
        known.affected(),
        also);
  }

  /// What the operation uses and is about to go.
  private void deprecated(Asked asked) {
    Usage.of(provider, asked)
        .named()
        .forEach(
            (path, node) ->
                Optional.ofNullable(ending.get(path))
                    .ifPresent(one -> add(asked, deprecated(asked, node, path, one))));
  }

  /// Something whose end is announced.
  private record Ending(String reason, Sentence sentence) {}

  private static Map<String, Ending> endings(SchemaView schema) {
    Map<String, Ending> endings = new HashMap<>();
    for (GraphQlType type : schema.types().values()) {
      for (Field field : type.fields()) {
        String path = type.name() + "." + field.name();
        ending(endings, path, field);
        field
            .arguments()
            .forEach(argument -> ending(endings, path + "." + argument.name(), argument));
      }
      for (EnumValue value : type.values()) {
        value
            .deprecation()
            .ifPresent(
                reason ->
                    endings.put(
                        type.name() + "." + value.name(),
                        new Ending(reason, new Sentence(value.place(), value.sentence()))));
      }
    }
    return endings;
  }

  private static void ending(Map<String, Ending> endings, String path, Field field) {
    field
        .deprecation()
        .ifPresent(reason -> endings.put(path, new Ending(reason, SchemaView.sentence(field))));
  }

  private Difference deprecated(Asked asked, Node<?> node, String path, Ending ending) {
    String why = ending.reason().isEmpty() ? "" : ": " + ending.reason();
    return new Difference(
        AgreeGraphQlRules.DEPRECATED_USED,
        Impact.SAFE,
        new Evidence.Stated(),
        new Position(asked.title(), Position.Part.FIELD, path),
        "",
        "`" + path + "` is deprecated" + why,
        Optional.of(consumer.sentence(node)),
        Optional.of(ending.sentence()),
        List.of(),
        List.of());
  }
}
