package dev.concordat.compare.openapi;

import dev.concordat.contracts.DocumentedExample;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.inclusion.Meeting;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds small values for the parts of a message that are not what it is to show: such that neither side stumbles over
/// them, where there are any.
final class SmallValues {
  private static final List<JsonValue> COMMON =
      List.of(
          new JsonString("a"),
          JsonNumber.of(1),
          new JsonString("1"),
          JsonNumber.of(2),
          new JsonString("b"));

  private final Inclusions inclusions;
  private final Reading reading;

  /// @param inclusions what was found out about the schemas of both contracts so far
  SmallValues(Inclusions inclusions, Reading reading) {
    this.inclusions = inclusions;
    this.reading = reading;
  }

  /// A value that the sender may send, and the receiver takes if that is possible.
  ///
  /// @param sender nothing where its contract gives no schema
  Optional<JsonValue> of(Optional<Schema> sender, Optional<Schema> receiver, Direction direction) {
    Schema sent = sender.orElse(MadeSchemas.ANYTHING);
    return shared(List.of(sent, receiver.orElse(MadeSchemas.ANYTHING)), direction)
        .or(() -> inclusions.witnessOf(sent, reading, direction));
  }

  /// The same for a body, and no empty text where there is another: a body of no bytes is none.
  Optional<JsonValue> ofBody(
      MediaType type, Optional<Schema> sender, Optional<Schema> receiver, Direction direction) {
    if (type.isJson()) {
      return of(sender, receiver, direction);
    }
    Optional<JsonValue> smallest = of(sender, receiver, direction);
    boolean isElement =
        type.isXml()
            && smallest
                .filter(value -> value instanceof JsonObject || value instanceof JsonArray)
                .isPresent();
    if (isElement) {
      return smallest;
    }
    List<Schema> both =
        List.of(
            sender.orElse(MadeSchemas.ANYTHING),
            receiver.orElse(MadeSchemas.ANYTHING),
            MadeSchemas.NOT_EMPTY);
    return shared(both, direction).or(() -> smallest);
  }

  /// A value that all the schemas allow; of closed senders, with nothing that is not declared.
  Optional<JsonValue> shared(List<Schema> schemas, Direction direction) {
    return inclusions.meet(schemas, reading, direction) instanceof Meeting.Value(JsonValue value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /// Values for a parameter, the best first.
  List<JsonValue> candidates(Parameter sender, Optional<Parameter> receiver) {
    Schema sent = sender.schema().orElse(MadeSchemas.TEXT);
    Schema taken = receiver.flatMap(Parameter::schema).orElse(MadeSchemas.ANYTHING);
    var candidates = new ArrayList<JsonValue>();
    Optional<JsonValue> written =
        shared(List.of(sent, taken, MadeSchemas.WRITABLE), Direction.NONE);
    Optional<JsonValue> smallest = of(Optional.of(sent), Optional.of(taken), Direction.NONE);
    if (sender.in() == ParameterLocation.PATH) {
      written.ifPresent(candidates::add);
    }
    smallest.ifPresent(candidates::add);
    written.ifPresent(candidates::add);
    sender.examples().stream().map(DocumentedExample::value).forEach(candidates::add);
    candidates.addAll(COMMON);
    return candidates.stream().distinct().filter(sent::accepts).toList();
  }
}
