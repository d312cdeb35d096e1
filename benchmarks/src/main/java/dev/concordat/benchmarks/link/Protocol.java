package dev.concordat.benchmarks.link;

import java.io.IOException;

/// What exchanges are carried by.
enum Protocol {
  HTTP_1("", ProviderProcess.class),
  /// In the clear, with prior knowledge (RFC 9113, section 3.3).
  HTTP_2("HTTP/2: ", Http2ProviderProcess.class);

  final String title;
  final Class<?> provider;

  Protocol(String title, Class<?> provider) {
    this.title = title;
    this.provider = provider;
  }

  /// How many exchanges there were.
  long run(Shape shape, int port, int seconds, int connections)
      throws IOException, InterruptedException {
    return switch (this) {
      case HTTP_1 -> Load.run(shape, port, seconds, connections);
      case HTTP_2 -> Http2Load.run(shape, port, seconds, connections);
    };
  }

  /// Times of answers in nanoseconds, sorted.
  long[] latency(Shape shape, int port) throws IOException, InterruptedException {
    return switch (this) {
      case HTTP_1 -> Latency.measure(shape, port);
      case HTTP_2 -> Http2Load.latency(shape, port);
    };
  }

  /// Whether what makes the load is installed.
  boolean isMeasurable() {
    return this == HTTP_1 || Programs.find("h2load").isPresent();
  }
}
