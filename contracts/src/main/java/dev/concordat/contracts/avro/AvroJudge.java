package dev.concordat.contracts.avro;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.ParsedJson;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Judges messages by a schema. Messages written with another schema, as a registry's id or a fingerprint may say, are not
/// resolved. Thread-safe.
public final class AvroJudge {
  private final AvroSchema schema;
  private final AvroLimits limits;

  public AvroJudge(AvroSchema schema) {
    this(schema, AvroLimits.defaults());
  }

  public AvroJudge(AvroSchema schema, AvroLimits limits) {
    this.schema = schema;
    this.limits = limits;
  }

  /// What a message says and whether it keeps the schema.
  ///
  /// @param value in Avro's JSON encoding
  /// @param envelope what was around the data
  public record Judged(Optional<JsonValue> value, AvroEnvelope envelope, AvroVerdict verdict) {}

  /// Judges bytes in binary encoding, in any envelope. Where the first bytes may be an envelope or data, what fits is meant.
  public Judged judge(byte[] message) {
    if (message.length > limits.maxBytes()) {
      return undecided(bare(message), "the message has more than " + limits.maxBytes() + " bytes");
    }
    AvroEnvelope envelope = AvroEnvelope.of(message);
    return switch (envelope) {
      case AvroEnvelope.Bare bare -> decoded(bare);
      case AvroEnvelope.ContainerFile container -> container(container);
      case AvroEnvelope.SingleObject single -> single(single, message);
      case AvroEnvelope.Registry registry -> either(registry, message);
    };
  }

  private static AvroEnvelope bare(byte[] message) {
    return new AvroEnvelope.Bare(Bytes.of(message));
  }

  private Judged undecided(AvroEnvelope envelope, String why) {
    return new Judged(Optional.empty(), envelope, new AvroVerdict(List.of(), Optional.of(why)));
  }

  private Judged decoded(AvroEnvelope envelope) {
    AvroBinary.Decoded decoded = AvroBinary.decode(schema, envelope.body().toArray(), limits);
    return new Judged(decoded.value(), envelope, decoded.verdict());
  }

  private Judged either(AvroEnvelope envelope, byte[] message) {
    Judged inside = decoded(envelope);
    if (inside.verdict().isFit()) {
      return inside;
    }
    Judged bare = decoded(bare(message));
    return bare.verdict().isFit() ? bare : inside;
  }

  private Judged single(AvroEnvelope.SingleObject single, byte[] message) {
    if (single.fingerprint() == schema.fingerprint()) {
      return decoded(single);
    }
    Judged bare = decoded(bare(message));
    return bare.verdict().isFit()
        ? bare
        : undecided(
            single,
            String.format(
                java.util.Locale.ROOT,
                "the message was written with the schema of fingerprint %016x, not %016x",
                single.fingerprint(),
                schema.fingerprint()));
  }

  private Judged container(AvroEnvelope.ContainerFile container) {
    Judged bare = decoded(new AvroEnvelope.Bare(container.body()));
    return bare.verdict().isFit()
        ? bare
        : undecided(container, "the message is a container file, which has a schema of its own");
  }

  /// Judges JSON text: Avro's JSON encoding, or the plain form.
  public Judged judgeJson(byte[] message) {
    ParsedJson parsed = JsonParser.parse(message);
    AvroEnvelope bare = bare(message);
    if (parsed.value().isEmpty()) {
      String why = parsed.failure().map(ParsedJson.Failure::message).orElse("unreadable");
      AvroFault fault =
          Walk.start(schema)
              .fault(Breach.Kind.MALFORMED_BODY, "not JSON: " + why, "JSON", "not JSON: " + why);
      return new Judged(Optional.empty(), bare, new AvroVerdict(List.of(fault), Optional.empty()));
    }
    return new Judged(parsed.value(), bare, JsonFit.judge(schema, parsed.value().get(), limits));
  }
}
