package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import dev.concordat.compare.protobuf.wire.Misreading.Kind;
import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import dev.concordat.model.exchange.Bytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks for bytes that one side writes and the other misreads. Tries small messages; that none is found proves nothing.
/// Not thread-safe.
public final class Misreadings {
  private static final int MAX_TRIALS = 5_000;
  private static final int MAX_NESTING = 6;

  private final Peer sender;
  private final Peer receiver;
  private int trials;
  private boolean isSpent;

  public Misreadings(Peer sender, Peer receiver) {
    this.sender = sender;
    this.receiver = receiver;
  }

  /// Whether a search was given up because there was too much to try.
  public boolean isSpent() {
    return isSpent;
  }

  /// A message with one field set, and what is required.
  ///
  /// @param number a field or extension of the sender's type
  public Optional<Misreading> ofField(String senderType, String receiverType, int number) {
    trials = 0;
    var trial = new Trial(sender, senderType, receiver, receiverType);
    return messages(senderType, receiverType, number, new HashSet<>(), 0)
        .flatMap(message -> send(trial, message).stream())
        .findFirst();
  }

  /// The same with the smallest value only, which most messages resemble.
  public Optional<Misreading> ofUsualField(String senderType, String receiverType, int number) {
    trials = 0;
    var trial = new Trial(sender, senderType, receiver, receiverType);
    return messages(senderType, receiverType, number, new HashSet<>(), 0)
        .findFirst()
        .flatMap(message -> send(trial, message));
  }

  /// The smallest message that can be sent.
  public Optional<Misreading> ofSmallest(String senderType, String receiverType) {
    trials = 0;
    var trial = new Trial(sender, senderType, receiver, receiverType);
    return trial
        .senderDescriptor()
        .flatMap(type -> send(trial, Samples.smallest(type).buildPartial()));
  }

  /// Any message of a type.
  public Optional<Misreading> ofMessage(String senderType, String receiverType) {
    trials = 0;
    return misread(senderType, receiverType, new HashSet<>(), 0)
        .flatMap(message -> send(new Trial(sender, senderType, receiver, receiverType), message));
  }

  /// A message with a field and another one, which the receiver takes for alternatives.
  public Optional<Misreading> ofTogether(String senderType, String receiverType, int number) {
    trials = 0;
    var trial = new Trial(sender, senderType, receiver, receiverType);
    Optional<Descriptor> type = trial.senderDescriptor();
    Optional<MessageType> model = receiver.message(receiverType);
    if (type.isEmpty() || model.isEmpty()) {
      return Optional.empty();
    }
    FieldDescriptor field = type.get().findFieldByNumber(number);
    return partners(model.get(), number)
        .map(type.get()::findFieldByNumber)
        .flatMap(other -> together(type.get(), field, other).stream())
        .flatMap(message -> send(trial, message).stream())
        .findFirst();
  }

  /// Whether a message can hold a field and another one that the receiver takes for alternatives.
  public boolean canHoldTogether(String senderType, String receiverType, int number) {
    Optional<MessageType> own = sender.message(senderType);
    Optional<MessageType> other = receiver.message(receiverType);
    if (own.isEmpty() || other.isEmpty()) {
      return false;
    }
    List<Integer> alternatives = partners(own.get(), number).toList();
    return partners(other.get(), number)
        .filter(partner -> own.get().field(partner).isPresent())
        .anyMatch(partner -> !alternatives.contains(partner));
  }

  /// A message without a field, which the receiver takes for something else than the sender.
  public Optional<Misreading> ofAbsent(String senderType, String receiverType, int number) {
    return new Absence(new Trial(sender, senderType, receiver, receiverType), number).misreading();
  }

  private static Stream<Integer> partners(MessageType type, int number) {
    Optional<String> oneof = type.field(number).flatMap(FieldSpec::oneof);
    return type.fields().stream()
        .filter(field -> oneof.isPresent() && field.oneof().equals(oneof))
        .map(FieldSpec::number)
        .filter(other -> other != number);
  }

  private static Optional<Message> together(
      Descriptor type, @Nullable FieldDescriptor one, @Nullable FieldDescriptor other) {
    if (one == null || other == null) {
      return Optional.empty();
    }
    DynamicMessage.Builder builder = Samples.smallest(type);
    Optional<Object> first = setting(one);
    Optional<Object> second = setting(other);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        builder.setField(one, first.get()).setField(other, second.get()).buildPartial());
  }

  private static Optional<Object> setting(FieldDescriptor field) {
    List<?> values =
        field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
            ? List.of(Samples.filled(field.getMessageType()))
            : Samples.scalars(field);
    return Samples.settings(field, values).findFirst();
  }

  /// A message with a value of an enumeration in the first field that can hold it.
  ///
  /// @param enumName the sender's name of it
  public Optional<Misreading> ofEnumValue(String enumName, int number) {
    trials = 0;
    return EnumHolders.of(sender, enumName, number)
        .flatMap(
            held -> {
              var trial = new Trial(sender, held.type(), receiver, held.type());
              return send(trial, held.message()).or(() -> unnamed(trial, held, number)).stream();
            })
        .findFirst();
  }

  /// Whether a message of the sender can hold a value of an enumeration.
  public boolean canHold(String enumName) {
    return EnumHolders.of(sender, enumName, 0).findFirst().isPresent();
  }

  private Optional<Misreading> unnamed(Trial trial, EnumHolders.Held held, int number) {
    boolean isUnnamed =
        receiver
            .message(trial.receiverType())
            .flatMap(type -> receiver.field(type, held.field().getNumber()))
            .flatMap(this::enumOf)
            .filter(type -> !names(type, number))
            .isPresent();
    boolean isUnknownToLibrary =
        receiver
            .descriptor(trial.receiverType())
            .flatMap(type -> receiver.contract().types().field(type, held.field().getNumber()))
            .map(field -> field.isMapField() ? field.getMessageType().findFieldByNumber(2) : field)
            .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.ENUM)
            .filter(field -> field.getEnumType().findValueByNumber(number) == null)
            .isPresent();
    Bytes bytes = Bytes.of(held.message().toByteArray());
    return isUnnamed && isUnknownToLibrary && bytes.size() > 0
        ? Optional.of(
            trial.misreading(
                Kind.UNNAMED,
                bytes,
                Trial.json(receiver, trial.receiverType(), bytes),
                "`" + held.field().getName() + "` is read as " + number + ", which has no name"))
        : Optional.empty();
  }

  private Optional<EnumType> enumOf(FieldSpec field) {
    String name =
        field.isMap()
            ? receiver
                .message(field.typeName())
                .flatMap(entry -> entry.field(2))
                .map(FieldSpec::typeName)
                .orElse("")
            : field.typeName();
    return receiver.enumType(name);
  }

  private static boolean names(EnumType type, int number) {
    return type.values().stream().anyMatch(value -> value.number() == number);
  }

  private Optional<Misreading> send(Trial trial, Message message) {
    if (++trials > MAX_TRIALS) {
      isSpent = true;
      return Optional.empty();
    }
    return trial.send(message);
  }

  /// Messages in which one field is set to what may be misread.
  private Stream<Message> messages(
      String senderType, String receiverType, int number, Set<String> open, int depth) {
    Optional<Descriptor> type = sender.descriptor(senderType);
    Optional<FieldDescriptor> field =
        type.flatMap(known -> sender.contract().types().field(known, number));
    if (type.isEmpty() || field.isEmpty()) {
      return Stream.empty();
    }
    return Samples.settings(field.get(), values(field.get(), receiverType, open, depth))
        .map(
            value ->
                (Message) Samples.smallest(type.get()).setField(field.get(), value).buildPartial());
  }

  private List<?> values(FieldDescriptor field, String receiverType, Set<String> open, int depth) {
    if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
      return Samples.scalars(field);
    }
    var values = new ArrayList<Message>();
    receiver
        .message(receiverType)
        .flatMap(type -> receiver.field(type, field.getNumber()))
        .filter(same -> receiver.message(same.typeName()).isPresent())
        .flatMap(
            same -> misread(field.getMessageType().getFullName(), same.typeName(), open, depth + 1))
        .ifPresent(values::add);
    values.add(Samples.filled(field.getMessageType()));
    values.add(Samples.smallest(field.getMessageType()).buildPartial());
    return values;
  }

  /// A message of a type that the receiver misreads.
  ///
  /// @param open pairs of types that are being looked through further out
  private Optional<Message> misread(
      String senderType, String receiverType, Set<String> open, int depth) {
    Optional<Descriptor> type = sender.descriptor(senderType);
    if (depth > MAX_NESTING || type.isEmpty() || !open.add(senderType + "|" + receiverType)) {
      return Optional.empty();
    }
    var trial = new Trial(sender, senderType, receiver, receiverType);
    Stream<Message> all =
        Stream.concat(
            Stream.of(Samples.smallest(type.get()).buildPartial()),
            numbers(senderType)
                .flatMap(number -> messages(senderType, receiverType, number, open, depth)));
    return all.filter(message -> send(trial, message).isPresent()).findFirst();
  }

  private Stream<Integer> numbers(String type) {
    return sender.message(type).stream().flatMap(sender::fields).map(FieldSpec::number);
  }
}
