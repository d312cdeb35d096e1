package dev.concordat.wire.toxiproxy;

import dev.concordat.wire.fault.Bandwidth;
import dev.concordat.wire.fault.BlackHole;
import dev.concordat.wire.fault.Close;
import dev.concordat.wire.fault.Delay;
import dev.concordat.wire.fault.Latency;
import dev.concordat.wire.fault.Reset;
import dev.concordat.wire.fault.Slice;
import dev.concordat.wire.fault.SlowClose;
import dev.concordat.wire.fault.TransportFault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The kinds of toxics, with the names of their attributes, and the faults they are.
enum ToxicType {
  LATENCY("latency", "jitter") {
    @Override
    TransportFault fault(Map<String, Long> with) {
      long latency = value(with, "latency");
      long jitter = value(with, "jitter");
      if (jitter == 0) {
        return new Latency(new Delay.Fixed(Duration.ofMillis(latency)));
      }
      Duration least = Duration.ofMillis(Math.max(0, latency - jitter));
      return new Latency(new Delay.Uniform(least, Duration.ofMillis(latency + jitter)));
    }
  },
  BANDWIDTH("rate") {
    @Override
    TransportFault fault(Map<String, Long> with) {
      return new Bandwidth(value(with, "rate") * BYTES_IN_KILOBYTE);
    }
  },
  SLOW_CLOSE("delay") {
    @Override
    TransportFault fault(Map<String, Long> with) {
      return new SlowClose(Duration.ofMillis(value(with, "delay")));
    }
  },
  TIMEOUT("timeout") {
    @Override
    TransportFault fault(Map<String, Long> with) {
      long timeout = value(with, "timeout");
      return new BlackHole(
          timeout == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(timeout)));
    }
  },
  RESET_PEER("timeout") {
    @Override
    TransportFault fault(Map<String, Long> with) {
      return new Reset(0, Duration.ofMillis(value(with, "timeout")));
    }
  },
  SLICER("average_size", "size_variation", "delay") {
    @Override
    TransportFault fault(Map<String, Long> with) {
      return new Slice(
          Math.toIntExact(value(with, "average_size")),
          Math.toIntExact(value(with, "size_variation")),
          Duration.ofNanos(value(with, "delay") * NANOS_IN_MICRO));
    }
  },
  LIMIT_DATA("bytes") {
    @Override
    TransportFault fault(Map<String, Long> with) {
      return new Close(value(with, "bytes"));
    }
  };

  private static final long BYTES_IN_KILOBYTE = 1_000;
  private static final long NANOS_IN_MICRO = 1_000;

  /// With commas between them.
  private final String attributes;

  ToxicType(String... attributes) {
    this.attributes = String.join(",", attributes);
  }

  List<String> attributes() {
    return List.of(attributes.split(",", -1));
  }

  static long value(Map<String, Long> with, String attribute) {
    Long given = with.get(attribute);
    return given == null ? 0 : given;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ToxicType> of(String text) {
    return Arrays.stream(values()).filter(it -> it.text().equals(text)).findFirst();
  }

  /// The fault that it is.
  ///
  /// @param with a value for every attribute
  /// @throws IllegalArgumentException when the fault does not take them
  abstract TransportFault fault(Map<String, Long> with);
}
