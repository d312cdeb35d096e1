package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Entrances.Entrance;
import dev.concordat.compare.graphql.Samples.Sample;
import dev.concordat.contracts.graphql.GraphQlDirective;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes the smallest operations that ask for or send one thing of a schema.
final class Probes {
  private static final String ANY = "__typename";

  private final SchemaView schema;
  private final Samples samples;
  private final Ways ways;
  private final Entrances entrances;
  private final Map<String, Spot> showing = new HashMap<>();

  Probes(SchemaView schema, SchemaView other) {
    this.schema = schema;
    samples = new Samples(schema, other);
    ways = new Ways(schema, other, samples);
    entrances = new Entrances(schema, other, ways);
    for (boolean isKept : List.of(true, false)) {
      for (String type : ways.arrivals().keySet()) {
        schema.fields(type).values().stream()
            .filter(field -> !isKept || ways.survives(type, field))
            .forEach(field -> showing.putIfAbsent(Ways.named(field), new Spot(type, field)));
      }
    }
  }

  /// Whether an operation can come to this type.
  boolean isAnswered(String type) {
    return ways.arrival(type).isPresent();
  }

  /// The types that operations come to.
  Set<String> answered() {
    return ways.arrivals().keySet();
  }

  /// Whether an operation can send a value of this type.
  boolean isSent(String type) {
    return entrances.of(type).isPresent();
  }

  Samples samples() {
    return samples;
  }

  /// Asks for a field.
  Optional<Probe> asking(String type, Field field) {
    return asking(type, field, Map.of(), Variable.NONE);
  }

  /// Asks for a field, with these arguments.
  Optional<Probe> asking(String type, Field field, Map<String, String> given, Variable variable) {
    return ways.call(field, given).flatMap(call -> at(type, call + inner(field), variable, ""));
  }

  private String inner(Field field) {
    return schema.isComposite(Ways.named(field)) ? " { " + ANY + " }" : "";
  }

  /// Asks for several things of a type at once, as they are written.
  Optional<Probe> asking(String type, String selection) {
    return at(type, selection, Variable.NONE, "");
  }

  /// Asks for something inside of a field.
  Optional<Probe> askingInside(String type, Field field, String selection) {
    return ways.call(field, Map.of())
        .flatMap(call -> asking(type, call + " { " + selection + " }"));
  }

  /// A field as a document asks for it, with something inside where it needs that.
  Optional<String> selection(Field field) {
    return ways.call(field, Map.of()).map(call -> call + inner(field));
  }

  /// A field of a type.
  record Spot(String type, Field field) {}

  /// The nearest field whose answer is of this named type, preferably one that the other schema has too.
  Optional<Spot> showing(String type) {
    return Optional.ofNullable(showing.get(type));
  }

  /// A variable of an operation; {@link #NONE} is none.
  record Variable(String type, JsonObject values) {
    static final Variable NONE = new Variable("", JsonObject.EMPTY);

    static Variable of(TypeReference type, Optional<Sample> sample) {
      JsonObject values =
          sample.map(one -> JsonObject.EMPTY.with("v", one.json())).orElse(JsonObject.EMPTY);
      return new Variable(type.text(), values);
    }

    private String declaration() {
      return type.isEmpty() ? "" : "($v: " + type + ")";
    }
  }

  private Optional<Probe> at(String type, String selection, Variable variable, String directive) {
    return ways.arrival(type)
        .map(
            arrival -> {
              String head = head(arrival.operation(), variable, directive);
              var text = new StringBuilder(head);
              List<String> steps = ways.steps(type);
              steps.forEach(step -> text.append("{ ").append(step).append(' '));
              text.append("{ ").append(selection).append(" }");
              text.append(" }".repeat(steps.size()));
              return new Probe(text.toString(), variable.values());
            });
  }

  private static String head(String operation, Variable variable, String directive) {
    String rest = variable.declaration() + directive;
    boolean isShorthand = operation.equals("query") && rest.isEmpty();
    return isShorthand ? "" : operation + rest + " ";
  }

  /// A fragment on a type.
  static String on(String type) {
    return "... on " + type + " { " + ANY + " }";
  }

  /// Asks by a fragment whether something is of a type.
  Optional<Probe> naming(String type) {
    List<String> steps = ways.steps(type);
    boolean isNamed = !steps.isEmpty() && steps.getLast().equals("... on " + type);
    return asking(type, isNamed ? ANY : on(type));
  }

  /// Asks by a fragment whether what is of the one type is also of the other.
  Optional<Probe> naming(String type, String also) {
    return asking(type, on(also));
  }

  /// Asks for anything of a type.
  Optional<Probe> anything(String type) {
    return asking(type, ANY);
  }

  /// Begins an operation and asks for the first field that can be asked for.
  Optional<Probe> beginning(String operation, String root) {
    return schema.fields(root).values().stream()
        .flatMap(field -> ways.call(field, Map.of()).map(call -> call + inner(field)).stream())
        .map(call -> Probe.of(head(operation, Variable.NONE, "") + "{ " + call + " }"))
        .findFirst();
  }

  /// Sends a value of a named type, as it is written.
  Optional<Probe> sending(String type, Sample value) {
    return entrances.of(type).flatMap(entrance -> sending(entrance, value, Variable.NONE));
  }

  /// Sends a variable of a named type.
  Optional<Probe> sendingVariable(String type) {
    return entrances
        .of(type)
        .flatMap(
            entrance -> {
              TypeReference reference = TypeReference.of(entrance.place().type());
              Variable variable = Variable.of(reference, samples.of(reference));
              return sending(entrance, variableSample(), variable);
            });
  }

  static Sample variableSample() {
    return new Sample("$v", JsonNull.NULL);
  }

  private Optional<Probe> sending(Entrance entrance, Sample value, Variable variable) {
    Map<String, Sample> given = Map.of(entrance.place().name(), value);
    return switch (entrance) {
      case Entrance.OfArgument one -> asking(one.type(), one.field(), texts(given), variable);
      case Entrance.OfInput one ->
          samples
              .input(one.input(), given)
              .flatMap(
                  input ->
                      entrances
                          .of(one.input().name())
                          .flatMap(outer -> sending(outer, input, variable)));
      case Entrance.OfDirective one ->
          schema
              .directive(one.directive())
              .flatMap(directive -> ways.arguments(directive.arguments(), texts(given)))
              .flatMap(text -> onField("@" + one.directive() + text, variable));
    };
  }

  private static Map<String, String> texts(Map<String, Sample> given) {
    Map<String, String> texts = new HashMap<>();
    given.forEach((name, sample) -> texts.put(name, sample.literal()));
    return texts;
  }

  /// Sends an input with these fields and those that it needs.
  Optional<Probe> sendingInput(String input, Map<String, Sample> given, Variable variable) {
    return schema
        .type(input)
        .flatMap(type -> samples.input(type, given))
        .flatMap(
            sample -> entrances.of(input).flatMap(entrance -> sending(entrance, sample, variable)));
  }

  private Optional<Probe> onField(String directive, Variable variable) {
    return schema.root("query").flatMap(root -> at(root, ANY + " " + directive, variable, ""));
  }

  /// Uses a directive on a field, with a variable in it; empty where it may not stand there.
  Optional<Probe> usingOnField(GraphQlDirective directive, String applied, Variable variable) {
    return directive.locations().contains("FIELD") ? onField(applied, variable) : Optional.empty();
  }

  /// Uses a directive in each place of operations where it may stand.
  ///
  /// @param applied the directive as it is written: `@tag(name: "")`
  Stream<Probe> using(GraphQlDirective directive, String applied) {
    return directive.locations().stream().flatMap(location -> using(location, applied).stream());
  }

  /// A directive as it is written, with the arguments that it needs and those that are given.
  Optional<String> written(GraphQlDirective directive, Map<String, String> given) {
    return ways.arguments(directive.arguments(), given).map(text -> "@" + directive.name() + text);
  }

  /// Uses a directive in one place of operations; empty for places of schemas.
  Optional<Probe> using(String location, String applied) {
    Optional<String> query = schema.root("query");
    return switch (location) {
      case "QUERY" -> query.flatMap(root -> at(root, ANY, Variable.NONE, " " + applied));
      case "MUTATION", "SUBSCRIPTION" ->
          schema
              .root(location.toLowerCase(Locale.ROOT))
              .flatMap(root -> beginning(location.toLowerCase(Locale.ROOT) + " " + applied, root));
      case "FIELD" -> onField(applied, Variable.NONE);
      case "INLINE_FRAGMENT" ->
          query.flatMap(root -> asking(root, "... " + applied + " { " + ANY + " }"));
      case "FRAGMENT_SPREAD" ->
          query.map(
              root ->
                  Probe.of("{ ...F " + applied + " } fragment F on " + root + " { " + ANY + " }"));
      case "FRAGMENT_DEFINITION" ->
          query.map(
              root ->
                  Probe.of("{ ...F } fragment F on " + root + " " + applied + " { " + ANY + " }"));
      case "VARIABLE_DEFINITION" ->
          query.map(
              root ->
                  new Probe(
                      "query($v: Boolean! " + applied + ") { " + ANY + " @skip(if: $v) }",
                      JsonObject.EMPTY.with("v", JsonBoolean.of(false))));
      default -> Optional.empty();
    };
  }
}
