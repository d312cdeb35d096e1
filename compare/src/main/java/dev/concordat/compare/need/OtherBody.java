package dev.concordat.compare.need;

import dev.concordat.contracts.body.BodyValue;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.exchange.Bytes;
import java.util.List;
import java.util.Optional;

/// Bodies that are not JSON: XML, text, forms, bytes.
final class OtherBody {
  private OtherBody() {}

  /// Why the example is none of the documented bodies. That it lacks something is no reason: it is what the consumer needs,
  /// and not all that comes.
  static Optional<String> objection(MediaTypeSpec type, Bytes bytes) {
    if (type.mediaType().isRange()) {
      return Optional.empty();
    }
    return switch (BodyValue.read(type, type.mediaType(), List.of(), bytes)) {
      case BodyValue.Unjudged ignored -> Optional.empty();
      case BodyValue.Malformed(String reason) -> Optional.of("it is " + reason);
      case BodyValue.Value value ->
          type.schema()
              .flatMap(
                  schema ->
                      schema.validate(value.value(), Direction.RESPONSE).stream()
                          .filter(violation -> !violation.keyword().equals("required"))
                          .map(Violation::message)
                          .findFirst());
    };
  }
}
