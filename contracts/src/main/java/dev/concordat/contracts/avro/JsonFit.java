package dev.concordat.contracts.avro;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds JSON against a schema: Avro's JSON encoding, or the plain form in which values of unions are not tagged and
/// decimals are numbers. Not thread-safe.
final class JsonFit {
  private static final int MAX_SHOWN = 60;

  private final AvroSchema schema;
  private final AvroLimits limits;
  private int steps;

  JsonFit(AvroSchema schema, AvroLimits limits) {
    this.schema = schema;
    this.limits = limits;
  }

  static AvroVerdict judge(AvroSchema schema, JsonValue value, AvroLimits limits) {
    var faults = new ArrayList<AvroFault>();
    try {
      new JsonFit(schema, limits).check(schema.root(), value, Walk.start(schema), faults);
      return new AvroVerdict(faults, Optional.empty());
    } catch (Stopped stopped) {
      return new AvroVerdict(faults, Optional.of(stopped.why()));
    }
  }

  static String shown(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }

  boolean fits(AvroType type, JsonValue value, Walk walk) throws Stopped {
    var faults = new ArrayList<AvroFault>();
    check(type, value, walk, faults);
    return faults.isEmpty();
  }

  void check(AvroType type, JsonValue value, Walk walk, List<AvroFault> faults) throws Stopped {
    if (walk.depth() > limits.maxDepth() || ++steps > limits.maxValues()) {
      throw Stopped.undecided("the value is too deep or too big to be judged");
    }
    switch (type) {
      case AvroType.Primitive primitive -> ScalarFit.check(primitive, value, walk, faults);
      case AvroType.Items array -> {
        if (value instanceof JsonArray list) {
          for (JsonValue item : list.items()) {
            check(array.items(), item, walk.intoItem(), faults);
          }
        } else {
          faults.add(wrongType(value, "an array", walk));
        }
      }
      case AvroType.Values map -> {
        if (value instanceof JsonObject object) {
          for (var member : object.members().entrySet()) {
            check(map.values(), member.getValue(), walk.intoValue(member.getKey()), faults);
          }
        } else {
          faults.add(wrongType(value, "a map", walk));
        }
      }
      case AvroType.Union union -> union(union, value, walk, faults);
      case AvroType.Named named -> named(named, value, walk, faults);
      case AvroType.Unreadable unreadable ->
          throw Stopped.undecided(
              "the schema cannot be read at " + unreadable.at().place().shortForm());
    }
  }

  static AvroFault wrongType(JsonValue value, String wanted, Walk walk) {
    return walk.fault(
        Breach.Kind.WRONG_TYPE,
        shown(value.toString()) + " is not " + wanted,
        wanted,
        shown(value.toString()));
  }

  private void union(AvroType.Union union, JsonValue value, Walk walk, List<AvroFault> faults)
      throws Stopped {
    Optional<Chosen> chosen = choose(union, value, walk);
    if (chosen.isPresent()) {
      check(chosen.get().branch(), chosen.get().value(), walk.intoBranch(), faults);
      return;
    }
    List<AvroType> alike =
        union.branches().stream().filter(branch -> isAlike(branch, value)).toList();
    if (alike.size() == 1) {
      check(alike.getFirst(), value, walk.intoBranch(), faults);
    } else {
      faults.add(
          wrongType(value, "one of " + new DefaultFit(schema.definitions()).shown(union), walk));
    }
  }

  /// The branch that a value is of.
  ///
  /// @param value without its tag
  record Chosen(int index, AvroType branch, JsonValue value) {}

  /// The branch that the value's tag names, or else the first that the value fits.
  Optional<Chosen> choose(AvroType.Union union, JsonValue value, Walk walk) throws Stopped {
    List<AvroType> branches = union.branches();
    if (value instanceof JsonObject object && object.members().size() == 1) {
      String tag = object.members().keySet().iterator().next();
      JsonValue inner = object.members().values().iterator().next();
      for (int i = 0; i < branches.size(); i++) {
        if (branches.get(i).branchName().equals(tag)) {
          return Optional.of(new Chosen(i, branches.get(i), inner));
        }
      }
    }
    for (int i = 0; i < branches.size(); i++) {
      if (fits(branches.get(i), value, walk.intoBranch())) {
        return Optional.of(new Chosen(i, branches.get(i), value));
      }
    }
    return Optional.empty();
  }

  /// Whether a value that fits no branch has at least this one's form.
  private boolean isAlike(AvroType branch, JsonValue value) {
    return switch (branch) {
      case AvroType.Primitive primitive ->
          switch (primitive.kind()) {
            case NULL -> false;
            case BOOLEAN -> value.type().equals("boolean");
            case INT, LONG, FLOAT, DOUBLE -> value instanceof JsonNumber;
            case BYTES, STRING -> value instanceof JsonString;
          };
      case AvroType.Items ignored -> value instanceof JsonArray;
      case AvroType.Values ignored -> value instanceof JsonObject;
      case AvroType.Named named ->
          schema.definition(named).orElse(null) instanceof AvroDefinition.Structure
              ? value instanceof JsonObject
              : value instanceof JsonString;
      case AvroType.Union ignored -> false;
      case AvroType.Unreadable ignored -> false;
    };
  }

  private void named(AvroType.Named named, JsonValue value, Walk walk, List<AvroFault> faults)
      throws Stopped {
    switch (schema.definition(named).orElse(null)) {
      case AvroDefinition.Structure structure -> record(structure, value, walk, faults);
      case AvroDefinition.Enumeration enumeration -> symbol(enumeration, value, walk, faults);
      case AvroDefinition.Fixed fixed -> ScalarFit.fixed(fixed, value, walk, faults);
      case null -> throw Stopped.undecided("the schema does not define " + named.fullName());
    }
  }

  private void record(
      AvroDefinition.Structure structure, JsonValue value, Walk walk, List<AvroFault> faults)
      throws Stopped {
    if (!(value instanceof JsonObject object)) {
      faults.add(wrongType(value, "the record " + structure.fullName(), walk));
      return;
    }
    var names = structure.fields().stream().map(AvroField::name).toList();
    for (AvroField field : structure.fields()) {
      Optional<JsonValue> member = object.member(field.name());
      if (member.isPresent()) {
        check(field.type(), member.get(), walk.into(field), faults);
      } else {
        // A default helps a reader of other data; who writes must write every field.
        faults.add(
            walk.into(field)
                .fault(
                    Breach.Kind.MISSING_FIELD,
                    "the field is missing",
                    "the field " + field.name(),
                    "nothing"));
      }
    }
    for (var member : object.members().entrySet()) {
      if (!names.contains(member.getKey())) {
        faults.add(unexpected(structure, member.getKey(), names, walk));
      }
    }
  }

  private static AvroFault unexpected(
      AvroDefinition.Structure structure, String name, List<String> names, Walk walk) {
    var at = new Walk(walk.pointer() + "/" + Pointers.escape(name), structure.at(), walk.depth());
    return at.fault(
        Breach.Kind.UNEXPECTED_FIELD,
        structure.fullName() + " has no such field." + DidYouMean.sentence(name, names),
        "only its fields",
        name);
  }

  private static void symbol(
      AvroDefinition.Enumeration enumeration, JsonValue value, Walk walk, List<AvroFault> faults) {
    if (!(value instanceof JsonString(String text))) {
      faults.add(wrongType(value, "a symbol of " + enumeration.fullName(), walk));
    } else if (!enumeration.symbols().contains(text)) {
      faults.add(
          walk.fault(
              Breach.Kind.VALUE_NOT_ALLOWED,
              Shown.text(text)
                  + " is no symbol of "
                  + enumeration.fullName()
                  + DidYouMean.sentence(text, enumeration.symbols()),
              shown(String.join(", ", enumeration.symbols())),
              Shown.text(text)));
    }
  }
}
