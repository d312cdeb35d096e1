package dev.concordat.wire.fault;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.time.Duration;
import java.util.Optional;

/// Faults of Kafka's messages as JSON: `"tombstone"`, `{"poison-message": "not JSON"}`, `{"delay-message": "2s"}`,
/// `{"reorder-messages": {"within": "500ms"}}`.
final class RecordFaultText {
  private RecordFaultText() {}

  static Fault named(String name, Settings with) {
    return switch (name) {
      case "drop-message" -> new DropMessage();
      case "duplicate-message" -> new DuplicateMessage();
      case "reorder-messages" ->
          new ReorderMessages(
              with.value().isEmpty()
                  ? ReorderMessages.USUAL
                  : with.length("within").orElse(ReorderMessages.USUAL));
      case "delay-message" -> new DelayMessage(Settings.delay(with.required()));
      case "poison-message" ->
          new PoisonMessage(with.value().isEmpty() ? Optional.empty() : Optional.of(with.text()));
      case "oversized-message" ->
          new OversizedMessage(
              whole(with, OversizedMessage.USUAL_BYTES, OversizedMessage.MAX_BYTES));
      case "unknown-schema-id" ->
          new UnknownSchemaId(whole(with, UnknownSchemaId.USUAL_ID, Integer.MAX_VALUE));
      case "tombstone" -> new Tombstone();
      default -> throw new IllegalArgumentException(Settings.unknown(name));
    };
  }

  private static int whole(Settings with, int otherwise, int most) {
    if (with.value().isEmpty()) {
      return otherwise;
    }
    long written = with.number();
    if (written < 0 || written > most) {
      throw new IllegalArgumentException("'" + with.of() + "' has a number from 0 to " + most);
    }
    return (int) written;
  }

  static JsonValue write(RecordFault fault) {
    return switch (fault) {
      case DropMessage(), DuplicateMessage(), Tombstone() -> new JsonString(fault.name());
      case ReorderMessages(Duration within) ->
          within.equals(ReorderMessages.USUAL)
              ? new JsonString(fault.name())
              : object(fault, JsonObject.EMPTY.with("within", Settings.text(within)));
      case DelayMessage(Delay delay) -> object(fault, Settings.text(delay));
      case PoisonMessage(Optional<String> text) ->
          text.<JsonValue>map(it -> object(fault, new JsonString(it)))
              .orElseGet(() -> new JsonString(fault.name()));
      case OversizedMessage(int bytes) -> number(fault, bytes, OversizedMessage.USUAL_BYTES);
      case UnknownSchemaId(int id) -> number(fault, id, UnknownSchemaId.USUAL_ID);
    };
  }

  private static JsonValue number(RecordFault fault, int value, int usual) {
    return value == usual
        ? new JsonString(fault.name())
        : object(fault, JsonNumber.of((long) value));
  }

  private static JsonObject object(Fault fault, JsonValue settings) {
    return JsonObject.EMPTY.with(fault.name(), settings);
  }
}
