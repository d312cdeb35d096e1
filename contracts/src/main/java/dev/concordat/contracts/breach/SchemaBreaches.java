package dev.concordat.contracts.breach;

import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes breaches of a schema's violations: one for each cause, however many items show it.
public final class SchemaBreaches {
  private SchemaBreaches() {}

  /// The breaches of a body.
  public static List<Breach> of(
      String operationId, JsonValue instance, List<Violation> violations) {
    Map<String, Breach> byCause = new LinkedHashMap<>();
    for (Violation violation : violations) {
      Breach breach = breach(operationId, instance, violation);
      byCause.putIfAbsent(breach.kind() + " " + breach.pointer() + " " + breach.sentence(), breach);
    }
    return withoutRenamed(List.copyOf(byCause.values()));
  }

  /// A member that has another name is both absent and unexpected: the absence is the cause.
  private static List<Breach> withoutRenamed(List<Breach> breaches) {
    Set<String> lacking = new HashSet<>();
    for (Breach breach : breaches) {
      if (breach.kind() == Breach.Kind.MISSING_FIELD) {
        lacking.add(holder(breach.pointer()));
      }
    }
    var kept = new ArrayList<Breach>();
    for (Breach breach : breaches) {
      if (breach.kind() != Breach.Kind.UNEXPECTED_FIELD
          || !lacking.contains(holder(breach.pointer()))) {
        kept.add(breach);
      }
    }
    return kept;
  }

  private static String holder(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }

  /// What was found wrong while a value was read, as breaches of an operation, each cause once.
  public static List<Breach> of(String operationId, List<Breach> flaws, JsonValue instance) {
    Map<String, Breach> byCause = new LinkedHashMap<>();
    for (Breach flaw : flaws) {
      Breach breach =
          flaw.withOperation(operationId)
              .withPointer(Pointing.generalised(instance, flaw.pointer()));
      byCause.putIfAbsent(breach.kind() + " " + breach.pointer() + " " + breach.sentence(), breach);
    }
    return List.copyOf(byCause.values());
  }

  private static Breach breach(String operationId, JsonValue instance, Violation violation) {
    return new Breach(
        kindOf(violation),
        operationId,
        Pointing.generalised(instance, violation.instancePointer()),
        violation.sentence(),
        violation.sentenceText(),
        violation.message(),
        violation.expected(),
        violation.actual());
  }

  private static Breach.Kind kindOf(Violation violation) {
    return switch (violation.keyword()) {
      case "required", "dependentRequired", "dependencies" -> Breach.Kind.MISSING_FIELD;
      case "discriminator" ->
          violation.actual().equals("missing")
              ? Breach.Kind.MISSING_FIELD
              : Breach.Kind.VALUE_NOT_ALLOWED;
      case "type", "nullable" -> Breach.Kind.WRONG_TYPE;
      case "additionalProperties",
          "unevaluatedProperties",
          "propertyNames",
          "false",
          "readOnly",
          "writeOnly" ->
          Breach.Kind.UNEXPECTED_FIELD;
      default -> Breach.Kind.VALUE_NOT_ALLOWED;
    };
  }
}
