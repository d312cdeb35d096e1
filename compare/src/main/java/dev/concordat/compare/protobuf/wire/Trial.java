package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import dev.concordat.compare.protobuf.wire.Misreading.Kind;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.contracts.protobuf.ProtobufCodec.Decoded;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Writes a message with the sender's type and reads it with the receiver's, each with two readers.
///
/// @param senderType the full name of a type that the sender has
/// @param receiverType of one that the receiver has
record Trial(Peer sender, String senderType, Peer receiver, String receiverType) {
  static final List<String> VOTERS = List.of(LibraryReader.NAME, PlainReader.NAME);

  /// What the receiver makes of it, where both readers agree that it is not what was meant.
  Optional<Misreading> send(Message message) {
    byte[] bytes = message.toByteArray();
    Content.Fields meant = LibraryReader.content(message);
    if (!isMeant(sender, senderType, bytes, meant)) {
      return Optional.empty();
    }
    Optional<Reading> library = library(receiver, receiverType, bytes);
    Optional<Reading> plain = plain(receiver, receiverType, bytes);
    if (library.isEmpty() || plain.isEmpty()) {
      return Optional.empty();
    }
    return isOther(plain.get(), meant)
        ? judge(shown(library.get(), plain.get(), meant), meant, Bytes.of(bytes))
        : Optional.empty();
  }

  /// The reading that tells more: the library keeps no zeros, so that a value that became zero looks lost.
  private static Reading shown(Reading library, Reading plain, Content.Fields meant) {
    return isLost(library, meant) && !isLost(plain, meant) ? plain : library;
  }

  private static boolean isLost(Reading reading, Content.Fields meant) {
    return reading instanceof Reading.Read(Content.Fields content)
        && meant.missing(content).filter(Content.Gap::isLost).isPresent();
  }

  private static Optional<Reading> library(Peer peer, String name, byte[] bytes) {
    return peer.descriptor(name).map(type -> LibraryReader.read(peer, type, bytes));
  }

  private static Optional<Reading> plain(Peer peer, String name, byte[] bytes) {
    return peer.message(name).map(type -> PlainReader.read(peer, type, bytes));
  }

  /// A message that its own side does not take for what it is shows nothing.
  private static boolean isMeant(Peer peer, String name, byte[] bytes, Content.Fields meant) {
    return library(peer, name, bytes).filter(reading -> !isOther(reading, meant)).isPresent()
        && plain(peer, name, bytes).filter(reading -> !isOther(reading, meant)).isPresent();
  }

  private static boolean isOther(Reading reading, Content.Fields meant) {
    return switch (reading) {
      case Reading.Refused refused -> true;
      case Reading.Unknown unknown -> false;
      case Reading.Read(Content.Fields content) -> meant.missing(content).isPresent();
    };
  }

  private Optional<Misreading> judge(Reading reading, Content.Fields meant, Bytes bytes) {
    return switch (reading) {
      case Reading.Unknown unknown -> Optional.empty();
      case Reading.Refused(String reason) ->
          Optional.of(misreading(Kind.REFUSED, bytes, JsonNull.NULL, reason));
      case Reading.Read(Content.Fields content) ->
          meant
              .missing(content)
              .map(
                  gap ->
                      misreading(
                          gap.isLost() ? Kind.LOST : Kind.CHANGED,
                          bytes,
                          json(receiver, receiverType, bytes),
                          Words.of(gap, senderModel(), sender, meant, content)));
    };
  }

  Misreading misreading(Kind kind, Bytes bytes, JsonValue read, String how) {
    return new Misreading(
        kind,
        sender.name(),
        receiver.name(),
        senderType,
        Optional.of(bytes),
        json(sender, senderType, bytes),
        read,
        how,
        VOTERS);
  }

  private Optional<MessageType> senderModel() {
    return sender.message(senderType);
  }

  static JsonValue json(Peer peer, String type, Bytes bytes) {
    return peer.codec().decode(type, bytes).map(Decoded::value).orElse(JsonNull.NULL);
  }

  Optional<Descriptor> senderDescriptor() {
    return sender.descriptor(senderType);
  }
}
