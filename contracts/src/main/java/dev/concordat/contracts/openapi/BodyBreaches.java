package dev.concordat.contracts.openapi;

import dev.concordat.contracts.body.BodyValue;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.breach.SchemaBreaches;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.json.JsonArray;
import java.util.ArrayList;
import java.util.List;

/// Where a body that could be read breaks its contract.
final class BodyBreaches {
  private BodyBreaches() {}

  static List<Breach> of(
      String operationId, MediaTypeSpec spec, BodyValue.Value body, Direction direction) {
    var breaches = new ArrayList<>(SchemaBreaches.of(operationId, body.flaws(), body.value()));
    List<Violation> violations =
        violations(spec, body, direction).stream()
            .filter(violation -> isToldOnlyHere(body, violation.instancePointer()))
            .toList();
    breaches.addAll(SchemaBreaches.of(operationId, body.value(), violations));
    return breaches;
  }

  private static List<Violation> violations(
      MediaTypeSpec spec, BodyValue.Value body, Direction direction) {
    var violations = new ArrayList<Violation>();
    spec.schema().ifPresent(s -> violations.addAll(s.validate(body.value(), direction)));
    if (spec.itemSchema().isPresent() && body.value() instanceof JsonArray array) {
      Schema item = spec.itemSchema().get();
      for (int i = 0; i < array.items().size(); i++) {
        String pointer = "/" + i;
        item.validate(array.items().get(i), direction).stream()
            .map(violation -> at(pointer, violation))
            .forEach(violations::add);
      }
    }
    return violations;
  }

  private static Violation at(String pointer, Violation violation) {
    return new Violation(
        pointer + violation.instancePointer(),
        violation.keyword(),
        violation.sentence(),
        violation.sentenceText(),
        violation.message(),
        violation.expected(),
        violation.actual());
  }

  /// What has a flaw has no value worth judging, nor has what was not read.
  private static boolean isToldOnlyHere(BodyValue.Value body, String pointer) {
    return body.flaws().stream().noneMatch(flaw -> isInside(pointer, flaw.pointer()))
        && body.unread().stream().noneMatch(unread -> isInside(pointer, unread));
  }

  private static boolean isInside(String pointer, String holder) {
    return pointer.equals(holder) || pointer.startsWith(holder + "/");
  }
}
