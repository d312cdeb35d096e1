package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroBinary;
import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Makes data that shows what a reader does with it, and reads it to be sure.
final class Witnesses {
  private static final List<String> VOTERS = List.of("schema resolution of Avro 1.12");

  private final Resolution resolution;
  private final Sizes sizes;
  private final Roles roles;

  Witnesses(Resolution resolution, Roles roles) {
    this.resolution = resolution;
    this.sizes = new Sizes(resolution);
    this.roles = roles;
  }

  /// Whether data of the kind can be read, told by an example.
  sealed interface Shown {
    /// It cannot.
    record Refused(Evidence evidence) implements Shown {}

    /// It can.
    record Read() implements Shown {}

    /// There is no example.
    record Nothing(String why) implements Shown {}
  }

  /// Data that cannot be read.
  Shown unreadable(Path path, Optional<JsonValue> leaf) {
    Optional<Sample> sample = sample(path, leaf);
    if (sample.isEmpty()) {
      return new Shown.Nothing("no value of the writer's schema is small enough to be shown");
    }
    return switch (ReadBack.of(resolution, sample.get().sent(), roles)) {
      case ReadBack.Outcome.Read ignored -> new Shown.Read();
      case ReadBack.Outcome.Refused(String pointer, String why) ->
          new Shown.Refused(
              evidence(
                  sample.get(), JsonNull.NULL, pointer.isEmpty() ? why : pointer + ": " + why));
    };
  }

  /// Data of which a value is lost.
  Evidence lossy(Discovery.Lossy lossy) {
    Optional<Sample> sample = sample(lossy.path(), lossy.loss().leaf());
    if (sample.isEmpty()
        || !(ReadBack.of(resolution, sample.get().sent(), roles)
            instanceof ReadBack.Outcome.Read(JsonValue read))) {
      return new Evidence.Stated();
    }
    JsonValue meant = Meant.of(resolution.schemas().reader(), read);
    return switch (lossy.loss().kind()) {
      case DROPPED -> evidence(sample.get(), meant, lossy.path().pointer() + " is not read");
      case NOT_ALLOWED -> notAllowed(sample.get(), read, meant);
      case REPLACED, MISREAD -> other(lossy, sample.get(), meant);
    };
  }

  private Evidence notAllowed(Sample sample, JsonValue read, JsonValue meant) {
    return resolution.schemas().reader().judge(read).faults().stream()
        .findFirst()
        .map(fault -> evidence(sample, meant, fault.message()))
        .orElseGet(Evidence.Stated::new);
  }

  private Evidence other(Discovery.Lossy lossy, Sample sample, JsonValue meant) {
    AvroSchema writer = resolution.schemas().writer().of(lossy.pair().writer());
    AvroSchema reader = resolution.schemas().reader().of(lossy.pair().reader());
    Resolution part = new Resolution(new SchemaPair(writer, reader));
    Optional<Sample> leaf = lossy.loss().leaf().flatMap(value -> sample(writer, value));
    if (leaf.isEmpty()
        || !(ReadBack.of(part, leaf.get().sent(), roles)
            instanceof ReadBack.Outcome.Read(JsonValue read))) {
      return new Evidence.Stated();
    }
    JsonValue from = Meant.of(writer, leaf.get().sent());
    JsonValue to = Meant.of(reader, read);
    return isSame(from, to)
        ? new Evidence.Stated()
        : evidence(sample, meant, from + " is read as " + to);
  }

  private static boolean isSame(JsonValue from, JsonValue to) {
    return from.equals(to)
        || (from instanceof JsonNumber a && to instanceof JsonNumber b && a.sameValue(b));
  }

  private Evidence evidence(Sample sample, JsonValue read, String refusal) {
    JsonValue meant = Meant.of(resolution.schemas().writer(), sample.sent());
    return new Evidence.Witnessed(
        new Witness(
            new WitnessMessage.Encoded(sample.bytes(), meant, read),
            roles.writer(),
            roles.reader(),
            refusal,
            VOTERS));
  }

  /// Data and its bytes.
  ///
  /// @param sent in Avro's JSON encoding
  private record Sample(Bytes bytes, JsonValue sent) {}

  private Optional<Sample> sample(Path path, Optional<JsonValue> leaf) {
    return Datum.along(resolution, sizes, path, leaf)
        .flatMap(value -> sample(resolution.schemas().writer(), value));
  }

  private static Optional<Sample> sample(AvroSchema writer, JsonValue value) {
    return AvroBinary.encode(writer, value)
        .bytes()
        .flatMap(
            bytes ->
                AvroBinary.decode(writer, bytes.toArray())
                    .value()
                    .map(sent -> new Sample(bytes, sent)));
  }
}
