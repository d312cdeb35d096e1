package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.concordat.compare.protobuf.wire.Misreading.Kind;
import dev.concordat.contracts.protobuf.ProtobufCodec.Encoded;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks for messages in their JSON form that one side writes and the other turns away or misreads.
public final class JsonMisreadings {
  private static final List<String> VOTERS = List.of("Concordat's JSON reader", PlainJson.NAME);

  private final Peer sender;
  private final Peer receiver;

  public JsonMisreadings(Peer sender, Peer receiver) {
    this.sender = sender;
    this.receiver = receiver;
  }

  /// A message with one field set, and what is required: under the field's name in JSON, then under the one in the text,
  /// which readers take as well.
  ///
  /// @param number a field or extension of the sender's type
  public Optional<Misreading> ofField(String senderType, String receiverType, int number) {
    Optional<Descriptor> type = sender.descriptor(senderType);
    Optional<FieldDescriptor> field =
        type.flatMap(known -> sender.contract().types().field(known, number));
    if (type.isEmpty() || field.isEmpty()) {
      return Optional.empty();
    }
    List<?> values =
        field.get().getJavaType() == FieldDescriptor.JavaType.MESSAGE
            ? List.of(Samples.filled(field.get().getMessageType()))
            : Samples.scalars(field.get());
    return Samples.settings(field.get(), values)
        .map(
            value ->
                (Message) Samples.smallest(type.get()).setField(field.get(), value).buildPartial())
        .flatMap(message -> forms(senderType, field.get(), message))
        .flatMap(json -> send(senderType, receiverType, json).stream())
        .findFirst();
  }

  /// A message with a value of an enumeration in the first field that can hold it.
  public Optional<Misreading> ofEnumValue(String enumName, int number) {
    return EnumHolders.of(sender, enumName, number)
        .filter(held -> receiver.message(held.type()).isPresent())
        .flatMap(
            held ->
                forms(held.type(), held.field(), held.message())
                    .flatMap(json -> send(held.type(), held.type(), json).stream()))
        .findFirst();
  }

  private Stream<JsonObject> forms(String type, FieldDescriptor field, Message message) {
    JsonValue json = Trial.json(sender, type, Bytes.of(message.toByteArray()));
    if (!(json instanceof JsonObject object) || field.isExtension()) {
      return json instanceof JsonObject object ? Stream.of(object) : Stream.empty();
    }
    var renamed = new LinkedHashMap<String, JsonValue>();
    object
        .members()
        .forEach(
            (name, value) ->
                renamed.put(name.equals(field.getJsonName()) ? field.getName() : name, value));
    return Stream.of(object, new JsonObject(renamed));
  }

  private Optional<Misreading> send(String senderType, String receiverType, JsonObject json) {
    Reading meant = reading(sender, senderType, json);
    if (!(meant instanceof Reading.Read(Content.Fields content))
        || isOther(plain(sender, senderType, json), content)) {
      return Optional.empty();
    }
    Reading read = reading(receiver, receiverType, json);
    return isOther(read, content) && isOther(plain(receiver, receiverType, json), content)
        ? Optional.of(misreading(senderType, receiverType, json, content, read))
        : Optional.empty();
  }

  private static boolean isOther(Reading reading, Content.Fields meant) {
    return switch (reading) {
      case Reading.Refused refused -> true;
      case Reading.Unknown unknown -> false;
      case Reading.Read(Content.Fields content) -> meant.missing(content).isPresent();
    };
  }

  /// What the JSON reader of contracts makes of a value.
  private static Reading reading(Peer peer, String type, JsonObject json) {
    Optional<Encoded> encoded = peer.codec().encode(type, json);
    if (encoded.isEmpty()) {
      return new Reading.Unknown("there is no type `" + type + "`");
    }
    return switch (encoded.get()) {
      case Encoded.Refused(var misfits) ->
          new Reading.Refused(misfits.getFirst().pointer() + ": " + misfits.getFirst().message());
      case Encoded.Written(Bytes bytes) ->
          peer.descriptor(type)
              .map(known -> LibraryReader.read(peer, known, bytes.toArray()))
              .orElseGet(() -> new Reading.Unknown("there is no type `" + type + "`"));
    };
  }

  private static Reading plain(Peer peer, String type, JsonObject json) {
    return peer.message(type)
        .map(known -> PlainJson.read(peer, known, json))
        .orElseGet(() -> new Reading.Unknown("there is no type `" + type + "`"));
  }

  private Misreading misreading(
      String senderType,
      String receiverType,
      JsonObject json,
      Content.Fields meant,
      Reading reading) {
    return switch (reading) {
      case Reading.Refused(String reason) ->
          made(Kind.REFUSED, senderType, json, JsonNull.NULL, reason);
      case Reading.Unknown(String reason) ->
          made(Kind.REFUSED, senderType, json, JsonNull.NULL, reason);
      case Reading.Read(Content.Fields content) -> {
        Content.Gap gap = meant.missing(content).orElseThrow();
        JsonValue read =
            receiver.codec().encode(receiverType, json).orElseThrow()
                    instanceof Encoded.Written(Bytes bytes)
                ? Trial.json(receiver, receiverType, bytes)
                : JsonNull.NULL;
        yield made(
            gap.isLost() ? Kind.LOST : Kind.CHANGED,
            senderType,
            json,
            read,
            Words.of(gap, sender.message(senderType), sender, meant, content));
      }
    };
  }

  private Misreading made(
      Kind kind, String senderType, JsonObject json, JsonValue read, String how) {
    return new Misreading(
        kind,
        sender.name(),
        receiver.name(),
        senderType,
        Optional.empty(),
        json,
        read,
        how,
        VOTERS);
  }
}
