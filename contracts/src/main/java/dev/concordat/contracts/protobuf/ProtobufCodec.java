package dev.concordat.contracts.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Turns the bytes of messages into JSON and back, by the canonical mapping. Thread-safe.
public final class ProtobufCodec {
  private final ProtobufTypes types;

  public ProtobufCodec(ProtobufTypes types) {
    this.types = types;
  }

  /// A message that was read.
  ///
  /// @param value what it says; of a broken message, what stands before the break
  /// @param isWhole whether the bytes could be read to their end
  /// @param problems all that its type does not say
  public record Decoded(JsonValue value, boolean isWhole, List<WireProblem> problems) {
    public Decoded {
      problems = List.copyOf(problems);
    }
  }

  /// What came of writing a message.
  public sealed interface Encoded {
    /// The message.
    record Written(Bytes bytes) implements Encoded {}

    /// The value does not fit the type.
    record Refused(List<Misfit> misfits) implements Encoded {
      public Refused {
        misfits = List.copyOf(misfits);
      }
    }
  }

  /// A part of a JSON value that does not fit.
  public record Misfit(String pointer, String message) {}

  /// The message in these bytes; empty where the contract has no such type.
  ///
  /// @param type its full name: `shop.v1.Order`
  public Optional<Decoded> decode(String type, Bytes bytes) {
    return types.message(type).map(known -> decode(known, bytes.toArray()));
  }

  private Decoded decode(Descriptor type, byte[] bytes) {
    var scan = new WireScan(types, bytes);
    List<WireProblem> problems = scan.scan(type);
    JsonValue value = new JsonPrinter(types, JsonPrinter.Names.JSON).print(parse(type, bytes));
    return new Decoded(value, !scan.isBroken(), problems);
  }

  private Message parse(Descriptor type, byte[] bytes) {
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(type);
    try {
      builder.mergeFrom(CodedInputStream.newInstance(bytes), types.registry());
    } catch (InvalidProtocolBufferException e) {
      // What was read so far is in the builder; the scan says what is wrong.
      return builder.buildPartial();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
    return builder.buildPartial();
  }

  /// The bytes of a message; empty where the contract has no such type. Required fields that are absent are left to the
  /// judge. The same value always gives the same bytes.
  public Optional<Encoded> encode(String type, JsonValue value) {
    return types
        .message(type)
        .map(
            known -> {
              var parser = new JsonMessages(types);
              Message message = parser.parse(known, value);
              return parser.misfits().isEmpty()
                  ? new Encoded.Written(Bytes.of(message.toByteArray()))
                  : new Encoded.Refused(parser.misfits());
            });
  }
}
