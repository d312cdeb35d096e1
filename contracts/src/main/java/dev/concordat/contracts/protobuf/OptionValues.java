package dev.concordat.contracts.protobuf;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.concordat.model.json.JsonObject;

/// Options as JSON: names as in the language, those that a file defines itself as `[their.full.name]`.
final class OptionValues {
  private final ProtobufTypes types;
  private final JsonPrinter printer;

  OptionValues(ProtobufTypes types) {
    this.types = types;
    this.printer = new JsonPrinter(types, JsonPrinter.Names.AS_WRITTEN);
  }

  JsonObject of(Message options) {
    if (options.getSerializedSize() == 0) {
      return JsonObject.EMPTY;
    }
    // Only the linked descriptor knows the extensions that the contract's files declare.
    Descriptor known = options.getDescriptorForType();
    Descriptor type = types.message(known.getFullName()).orElse(known);
    try {
      DynamicMessage message =
          DynamicMessage.parseFrom(type, options.toByteString(), types.registry());
      return printer.print(message) instanceof JsonObject object ? object : JsonObject.EMPTY;
    } catch (InvalidProtocolBufferException e) {
      return printer.print(options) instanceof JsonObject object ? object : JsonObject.EMPTY;
    }
  }
}
