package dev.concordat.contracts.har;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.exchange.Bytes;
import java.util.Optional;

/// What our writer adds to an entry, since archives cannot say it: bytes that are no text or stood compressed on the wire,
/// and where the exchange was seen.
///
/// @param target the request target where the address does not give it
/// @param requestBody the body as on the wire where its text does not give it
record OwnFields(
    Optional<String> id,
    Optional<String> consumer,
    Optional<String> provider,
    Optional<String> traceId,
    Optional<String> target,
    Optional<Bytes> requestBody,
    Optional<Bytes> responseBody) {
  /// The member of an entry that holds them; other tools skip names with an underscore.
  static final String MEMBER = "_concordat";

  static final OwnFields NONE =
      new OwnFields(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  static OwnFields read(FieldReader fields, ObjectNode entry) {
    return fields
        .object(entry, MEMBER)
        .map(
            own ->
                new OwnFields(
                    fields.text(own, "id"),
                    fields.text(own, "consumer"),
                    fields.text(own, "provider"),
                    fields.text(own, "traceId"),
                    fields.text(own, "target"),
                    body(fields, own, "requestBody"),
                    body(fields, own, "responseBody")))
        .orElse(NONE);
  }

  private static Optional<Bytes> body(FieldReader fields, ObjectNode own, String member) {
    Optional<Long> total =
        fields.text(own, member + "Total").filter(OwnFields::isLong).map(Long::valueOf);
    return fields
        .base64(own, member)
        .map(
            bytes ->
                total.isPresent() && total.get() > bytes.size()
                    ? Bytes.cut(bytes.toArray(), total.get())
                    : bytes);
  }

  private static boolean isLong(String text) {
    return text.matches("[0-9]{1,18}");
  }
}
