package dev.concordat.compare.protobuf;

import dev.concordat.compare.protobuf.wire.Peer;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.contracts.protobuf.ProtobufCodec;
import dev.concordat.contracts.protobuf.ProtobufCodec.Decoded;
import dev.concordat.contracts.protobuf.ProtobufFile;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.finding.AgreeProtobufRules;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Weighs new names of messages. Bytes carry no names of types, but for messages within a `google.protobuf.Any`.
final class AnyWeighing {
  private static final String ANY = "google.protobuf.Any";

  private final Peer before;
  private final Peer after;

  AnyWeighing(Peer before, Peer after) {
    this.before = before;
    this.after = after;
  }

  /// @param file whose package is another
  /// @param code the verdict on generated code
  Verdict weigh(String file, Verdict code) {
    boolean isAnyUsed =
        before.messages().stream()
            .flatMap(type -> type.fields().stream())
            .anyMatch(field -> field.typeName().equals(ANY));
    if (!isAnyUsed) {
      return code.impact().isFinding()
          ? code
          : Verdict.clientCode("bytes carry no names of types, and nothing holds an Any");
    }
    return before.contract().files().stream()
        .filter(one -> one.name().endsWith(file))
        .map(ProtobufFile::messages)
        .flatMap(List::stream)
        .filter(type -> after.message(type.fullName()).isEmpty())
        .findFirst()
        .flatMap(this::witness)
        .map(
            witness ->
                new Verdict(
                    AgreeProtobufRules.BYTES_MISREAD,
                    Impact.BREAKS,
                    new Evidence.Witnessed(witness)))
        .orElse(code);
  }

  private Optional<Witness> witness(MessageType type) {
    String url = "type.googleapis.com/" + type.fullName();
    JsonObject any = new JsonObject(Map.of("@type", new JsonString(url)));
    Optional<ProtobufCodec.Encoded> encoded =
        new ProtobufCodec(before.contract().types()).encode(ANY, any);
    boolean isUnknown = after.contract().types().message(type.fullName()).isEmpty();
    return encoded.isPresent()
            && encoded.get() instanceof ProtobufCodec.Encoded.Written(Bytes bytes)
            && isUnknown
        ? Optional.of(
            new Witness(
                new WitnessMessage.Encoded(bytes, sent(bytes), JsonNull.NULL),
                before.name(),
                after.name(),
                "an Any names the type `" + type.fullName() + "`, which is not there",
                List.of("protobuf-java", "the types that " + after.name() + " names")))
        : Optional.empty();
  }

  private JsonValue sent(Bytes bytes) {
    return new ProtobufCodec(before.contract().types())
        .decode(ANY, bytes)
        .map(Decoded::value)
        .orElse(JsonNull.NULL);
  }
}
