package dev.concordat.contracts.avro;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A walk through data that cannot go on; caught where it began.
final class Stopped extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final transient @Nullable AvroFault fault;

  private Stopped(String why, @Nullable AvroFault fault) {
    super(why, null, false, false);
    this.fault = fault;
  }

  /// The data is broken here, and nothing after it can be told.
  static Stopped by(AvroFault fault) {
    return new Stopped(fault.message(), fault);
  }

  /// Nobody can tell: a limit, or a schema that could not be read.
  static Stopped undecided(String why) {
    return new Stopped(why, null);
  }

  Optional<AvroFault> fault() {
    return Optional.ofNullable(fault);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
