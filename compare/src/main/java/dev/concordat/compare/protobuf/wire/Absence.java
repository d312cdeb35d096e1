package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.concordat.compare.protobuf.wire.Misreading.Kind;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// A field that is not sent, and what both sides take it for.
record Absence(Trial trial, int number) {
  private static final List<String> VOTERS = List.of(LibraryReader.NAME, "both texts");

  Optional<Misreading> misreading() {
    Optional<FieldDescriptor> own = field(trial.sender(), trial.senderType());
    Optional<FieldDescriptor> other = field(trial.receiver(), trial.receiverType());
    if (own.isEmpty() || other.isEmpty() || !isWrittenOtherwise()) {
      return Optional.empty();
    }
    Content meant = LibraryReader.content(own.get(), own.get().getDefaultValue());
    Content taken = LibraryReader.content(other.get(), other.get().getDefaultValue());
    if (meant.equals(taken) || (isNothing(meant) && isNothing(taken))) {
      return Optional.empty();
    }
    byte[] bytes = Samples.smallest(own.get().getContainingType()).buildPartial().toByteArray();
    return Optional.of(
        new Misreading(
            Kind.ASSUMED,
            trial.sender().name(),
            trial.receiver().name(),
            trial.senderType(),
            Optional.of(Bytes.of(bytes)),
            said(trial.sender(), trial.senderType(), own.get()),
            said(trial.receiver(), trial.receiverType(), other.get()),
            "`"
                + own.get().getName()
                + "` ("
                + number
                + ") is not sent, which means "
                + Words.shown(meant)
                + " and is taken for "
                + Words.shown(taken),
            VOTERS));
  }

  /// Zero and the empty text are what everybody takes for nothing.
  private static boolean isNothing(Content content) {
    return switch (content) {
      case Content.Whole(BigInteger value) -> value.signum() == 0;
      case Content.Floating(double value) -> value == 0;
      case Content.Text(ByteString bytes) -> bytes.isEmpty();
      case Content.Fields fields -> fields.values().isEmpty();
    };
  }

  private Optional<FieldDescriptor> field(Peer peer, String type) {
    return peer.descriptor(type)
        .flatMap(known -> peer.contract().types().field(known, number))
        .filter(field -> !field.isRepeated() && !field.isRequired())
        .filter(field -> field.getJavaType() != FieldDescriptor.JavaType.MESSAGE);
  }

  /// Whether the texts themselves say another default, type or first value.
  private boolean isWrittenOtherwise() {
    Optional<FieldSpec> own = spec(trial.sender(), trial.senderType());
    Optional<FieldSpec> other = spec(trial.receiver(), trial.receiverType());
    return own.isPresent()
        && other.isPresent()
        && (!own.get().defaultValue().equals(other.get().defaultValue())
            || !own.get().type().equals(other.get().type())
            || own.get().type().equals("enum"));
  }

  private Optional<FieldSpec> spec(Peer peer, String type) {
    return peer.message(type).flatMap(known -> peer.field(known, number));
  }

  /// The message as if the field had been sent.
  private static JsonValue said(Peer peer, String name, FieldDescriptor field) {
    Descriptor type = field.getContainingType();
    DynamicMessage.Builder builder = Samples.smallest(type);
    builder.setField(field, field.getDefaultValue());
    return Trial.json(peer, name, Bytes.of(builder.buildPartial().toByteArray()));
  }
}
