package dev.concordat.compare.graphql;

import dev.concordat.contracts.graphql.GraphQlType;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.contracts.graphql.GraphQlType.Kind;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import graphql.language.VariableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One operation of a consumer, and what differences of two schemas do to it.
final class Meeting {
  private final Sides sides;
  private final Asked asked;
  private final Usage usage;
  private final Values values;

  Meeting(Sides sides, Asked asked) {
    this.sides = sides;
    this.asked = asked;
    usage = Usage.of(sides.before(), asked);
    values = new Values(sides.before(), sides.after());
  }

  /// The operation meets a difference.
  record Met(Impact impact, String why, Optional<Witness> witness) {}

  /// Empty where the difference does nothing to it.
  Optional<Met> with(Difference difference) {
    String path = difference.position().detail();
    return switch (difference.impact()) {
      case SAFE -> Optional.empty();
      case MISREAD, MEANING -> meaning(difference, path);
      case BREAKS, UNKNOWN, RISKY, CLIENT_CODE, POLICY -> {
        if (isOfAnswers(difference)) {
          yield answer(difference, path);
        }
        yield isOfOperations(difference) ? operation(difference, path) : used(difference, path);
      }
    };
  }

  private static boolean isOfOperations(Difference difference) {
    return List.of(
            Outcome.SELECTION.rule(),
            Outcome.INPUT.rule(),
            Outcome.DIRECTIVE.rule(),
            Outcome.DEPRECATED.rule())
        .contains(difference.rule());
  }

  private static boolean isOfAnswers(Difference difference) {
    return difference.rule().equals(Outcome.ANSWER.rule())
        || difference.rule().equals(Outcome.WIDER.rule());
  }

  private Met met(Difference difference, String why, Optional<Witness> witness) {
    return new Met(difference.impact(), asked.title() + " " + why, witness);
  }

  /// It was valid and is refused now, and that is about the difference.
  private Optional<Met> operation(Difference difference, String path) {
    List<String> paths = paths(difference, path);
    for (JsonObject variables : variables(difference, path)) {
      Optional<Sides.Refused> refused =
          sides.refused(
              new Probe(asked.text(), variables),
              asked.document(),
              misfit -> isAbout(misfit, paths) || isOfVariable(misfit, path));
      boolean isFromIt =
          refused
              .filter(one -> one.isAbout() || paths.stream().anyMatch(usage.named()::containsKey))
              .isPresent();
      if (isFromIt) {
        Witness witness = refused.get().witness();
        return Optional.of(
            met(difference, "is refused: " + witness.refusal(), Optional.of(witness)));
      }
    }
    boolean isOpen = difference.impact() == Impact.UNKNOWN || !sides.canVote();
    return isOpen ? used(difference, path) : Optional.empty();
  }

  private static boolean isAbout(Misfit misfit, List<String> paths) {
    return paths.stream()
        .anyMatch(path -> misfit.path().equals(path) || misfit.path().startsWith(path + "."));
  }

  /// Values of variables are refused as a whole.
  private boolean isOfVariable(Misfit misfit, String path) {
    return misfit.path().equals(Votes.VARIABLES) && usage.varied().contains(head(path));
  }

  /// What else the difference is about: the member that its path does not tell.
  private static List<String> paths(Difference difference, String path) {
    return difference.pointer().isEmpty()
        ? List.of(path)
        : List.of(
            path,
            difference.pointer().substring(1),
            path + "." + difference.pointer().substring(1));
  }

  /// Values of the variables: the smallest, and those that hold what the difference is about.
  private List<JsonObject> variables(Difference difference, String path) {
    var all = new ArrayList<JsonObject>();
    JsonObject smallest = values.smallest(asked.operation());
    all.add(smallest);
    if (difference.rule().equals(Outcome.INPUT.rule())
        || difference.rule().equals(Outcome.DEPRECATED.rule())) {
      for (VariableDefinition variable : asked.operation().getVariableDefinitions()) {
        values
            .showing(TypeReference.of(variable.getType()), path)
            .ifPresent(value -> all.add(smallest.with(variable.getName(), value)));
      }
    }
    return all;
  }

  private Optional<Met> answer(Difference difference, String path) {
    Optional<Twist> twist = twist(difference, path);
    if (twist.isEmpty()) {
      return Optional.empty();
    }
    Optional<Witness> witness =
        sides.unexpected(
            new Probe(asked.text(), values.smallest(asked.operation())),
            asked.document(),
            twist.get());
    return Optional.of(met(difference, "reads what may be answered as `" + path + "`", witness));
  }

  /// What an answer to the operation would show; empty where it does not ask for that.
  private Optional<Twist> twist(Difference difference, String path) {
    return switch (difference.position().part()) {
      case FIELD -> usage.named().containsKey(path) ? ofField(path) : Optional.empty();
      case ENUM_VALUE ->
          Optional.ofNullable(usage.received().get(head(path)))
              .flatMap(field -> ofEnum(field, tail(path)));
      default -> wider(difference, path);
    };
  }

  private static String head(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  private static String tail(String path) {
    return path.substring(path.indexOf('.') + 1);
  }

  private Optional<Twist> ofField(String path) {
    Optional<Field> old = sides.before().field(head(path), tail(path));
    Optional<Field> now = sides.after().field(head(path), tail(path));
    if (old.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    return new Oddities(sides.after(), sides.before())
        .between(TypeReference.of(now.get().type()), TypeReference.of(old.get().type()))
        .<Twist>map(
            odd ->
                switch (odd) {
                  case Oddities.Odd.Value(JsonValue value) ->
                      new Twist.Value(head(path), tail(path), value);
                  case Oddities.Odd.Present ignored -> new Twist.Present(head(path), tail(path));
                })
        .or(() -> Optional.of(new Twist.Present(head(path), tail(path))));
  }

  private Optional<Twist> ofEnum(String field, String value) {
    return sides
        .before()
        .field(head(field), tail(field))
        .map(
            one ->
                new Twist.Value(
                    head(field),
                    tail(field),
                    AnswerVerdicts.inLists(TypeReference.of(one.type()), new JsonString(value))));
  }

  /// A union or interface that something new is of.
  private Optional<Twist> wider(Difference difference, String path) {
    String member = difference.pointer().isEmpty() ? "" : difference.pointer().substring(1);
    boolean isUnion = sides.before().isOfKind(path, Kind.UNION);
    String wide = isUnion ? path : member;
    String object = isUnion ? member : path;
    return usage.received().containsKey(wide)
        ? Optional.of(new Twist.OfType(object))
        : Optional.empty();
  }

  /// A default counts where nothing is given.
  private Optional<Met> meaning(Difference difference, String path) {
    if (usage.omitted().containsKey(path)) {
      return Optional.of(
          met(difference, "does not give `" + path + "`, or not always", Optional.empty()));
    }
    boolean isInVariables =
        sides
                .before()
                .type(head(path))
                .map(GraphQlType::kind)
                .filter(Kind.INPUT::equals)
                .isPresent()
            && usage.varied().contains(head(path));
    return isInVariables
        ? Optional.of(
            met(difference, "has variables that may leave out `" + path + "`", Optional.empty()))
        : path.contains(".@") ? used(difference, path) : Optional.empty();
  }

  private Optional<Met> used(Difference difference, String path) {
    String owner = path.contains(".@") ? path.substring(0, path.indexOf(".@")) : path;
    boolean isUsed =
        owner.isEmpty()
            || usage.named().containsKey(owner)
            || usage.varied().contains(head(owner))
            || paths(difference, owner).stream().anyMatch(usage.named()::containsKey);
    return isUsed
        ? Optional.of(
            met(
                difference,
                owner.isEmpty() ? "uses the schema" : "uses `" + owner + "`",
                Optional.empty()))
        : Optional.empty();
  }
}
