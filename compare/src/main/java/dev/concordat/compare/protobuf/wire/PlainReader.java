package dev.concordat.compare.protobuf.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.WireFormat;
import dev.concordat.contracts.protobuf.EnumType;
import dev.concordat.contracts.protobuf.Features.Utf8Validation;
import dev.concordat.contracts.protobuf.FieldSpec;
import dev.concordat.contracts.protobuf.MessageType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads messages by the words of protobuf.dev, "Encoding", and nothing else: the second opinion on what a library reads.
/// For one message. Not thread-safe.
final class PlainReader {
  static final String NAME = "Concordat's reader";
  private static final int MAX_DEPTH = 100;

  private final Peer peer;
  private final PlainBytes in;

  private PlainReader(Peer peer, byte[] bytes) {
    this.peer = peer;
    this.in = new PlainBytes(bytes);
  }

  static Reading read(Peer peer, MessageType type, byte[] bytes) {
    var reader = new PlainReader(peer, bytes);
    try {
      return new Reading.Read(reader.message(type, bytes.length, 0, 0));
    } catch (Refusal refusal) {
      return new Reading.Refused(String.valueOf(refusal.getMessage()));
    }
  }

  /// @param group the number of the field that the message is the value of, where it ends with a tag; else 0
  private Content.Fields message(MessageType type, int end, int group, int depth) throws Refusal {
    if (depth > MAX_DEPTH) {
      throw new Refusal("more than " + MAX_DEPTH + " messages stand inside one another");
    }
    var values = new TreeMap<Integer, List<Content>>();
    boolean isEnded = false;
    while (in.at() < end && !isEnded) {
      long tag = in.varint(end);
      int number = (int) (tag >>> 3);
      int wireType = (int) (tag & 7);
      if (tag >>> 32 != 0 || number == 0) {
        throw new Refusal("a field has the number 0");
      }
      if (wireType == WireFormat.WIRETYPE_END_GROUP) {
        if (number != group) {
          throw new Refusal("group " + number + " ends, which was not begun");
        }
        isEnded = true;
      } else {
        field(type, number, wireType, end, depth, values);
      }
    }
    if (group != 0 && !isEnded) {
      throw new Refusal("group " + group + " does not end");
    }
    required(type, values);
    return new Content.Fields(values);
  }

  private void required(MessageType type, Map<Integer, List<Content>> values) throws Refusal {
    for (FieldSpec field : type.fields()) {
      if (field.label() == FieldSpec.Label.REQUIRED && !values.containsKey(field.number())) {
        throw new Refusal("`" + field.name() + "` is required and not there");
      }
    }
  }

  private void field(
      MessageType type,
      int number,
      int wireType,
      int end,
      int depth,
      Map<Integer, List<Content>> values)
      throws Refusal {
    Optional<FieldSpec> known = peer.field(type, number);
    int expected = known.map(field -> PlainScalars.wireType(field.type())).orElse(-1);
    if (known.isEmpty()) {
      in.skip(number, wireType, end, depth);
    } else if (wireType == expected) {
      value(known.get(), end, depth).ifPresent(content -> put(type, known.get(), content, values));
    } else if (wireType == WireFormat.WIRETYPE_LENGTH_DELIMITED
        && known.get().label() == FieldSpec.Label.REPEATED
        && PlainScalars.isPackable(known.get().type())) {
      int stop = in.length(end);
      while (in.at() < stop) {
        value(known.get(), stop, depth)
            .ifPresent(content -> put(type, known.get(), content, values));
      }
    } else {
      in.skip(number, wireType, end, depth);
    }
  }

  private static void put(
      MessageType type, FieldSpec field, Content content, Map<Integer, List<Content>> values) {
    if (field.label() == FieldSpec.Label.REPEATED) {
      values.computeIfAbsent(field.number(), number -> new ArrayList<>()).add(content);
      return;
    }
    List<Content> former = values.get(field.number());
    if (field.oneof().isPresent()) {
      type.fields().stream()
          .filter(other -> other.oneof().equals(field.oneof()))
          .map(FieldSpec::number)
          .filter(number -> number != field.number())
          .forEach(values::remove);
    }
    boolean isMerged =
        former != null
            && former.getFirst() instanceof Content.Fields
            && content instanceof Content.Fields;
    values.put(
        field.number(),
        List.of(
            isMerged && former != null
                ? merged((Content.Fields) former.getFirst(), (Content.Fields) content)
                : content));
  }

  /// Parts of a message that come one after the other are one. Good for the few fields that witnesses have: of lists, the
  /// later is put behind the former; of others, the later counts.
  private static Content merged(Content.Fields former, Content.Fields later) {
    var values = new TreeMap<Integer, List<Content>>(former.values());
    later.values().forEach(values::put);
    return new Content.Fields(values);
  }

  private Optional<Content> value(FieldSpec field, int end, int depth) throws Refusal {
    return switch (field.type()) {
      case "message" -> {
        int stop = in.length(end);
        yield Optional.of(message(inner(field), stop, 0, depth + 1));
      }
      case "group" -> Optional.of(message(inner(field), end, field.number(), depth + 1));
      case "string" -> {
        ByteString bytes = in.take(in.length(end));
        if (field.features().utf8Validation() == Utf8Validation.VERIFY && !bytes.isValidUtf8()) {
          throw new Refusal("`" + field.name() + "` is not UTF-8");
        }
        yield Optional.of(new Content.Text(bytes));
      }
      case "bytes" -> Optional.of(new Content.Text(in.take(in.length(end))));
      case "enum" -> {
        int number = (int) in.varint(end);
        yield isTaken(field, number)
            ? Optional.of(new Content.Whole(BigInteger.valueOf(number)))
            : Optional.empty();
      }
      default -> Optional.of(PlainScalars.read(field.type(), in, end));
    };
  }

  /// Closed enumerations take no numbers that they do not name.
  private boolean isTaken(FieldSpec field, int number) {
    Optional<EnumType> type = peer.enumType(field.typeName());
    return type.isEmpty()
        || !type.get().isClosed()
        || type.get().values().stream().anyMatch(value -> value.number() == number);
  }

  private MessageType inner(FieldSpec field) throws Refusal {
    Optional<MessageType> type = peer.message(field.typeName());
    if (type.isEmpty()) {
      throw new Refusal("there is no type `" + field.typeName() + "`");
    }
    return type.get();
  }

  /// The reader turns the message away.
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    Refusal(String reason) {
      super(reason);
    }
  }
}
