package dev.concordat.benchmarks.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends requests over HTTP/2 as fast as they are answered, with h2load (nghttp2).
final class Http2Load {
  private static final Pattern DONE =
      Pattern.compile("requests: \\d+ total, \\d+ started, (\\d+) done, (\\d+) succeeded");

  private static final int STREAMS = 8;
  private static final int REQUESTS = 400;
  private static final long NANOS_OF_MICROSECOND = 1_000;

  private Http2Load() {}

  /// So many connections of eight streams each as make the asked number of exchanges at a time.
  static long run(Shape shape, int port, int seconds, int exchanges)
      throws IOException, InterruptedException {
    int connections = Math.max(1, exchanges / STREAMS);
    return h2load(
        shape,
        port,
        List.of("-D" + seconds, "-c" + connections, "-m" + STREAMS, "-t1", "--warm-up-time=0"));
  }

  /// Times of answers on one connection, one after another.
  static long[] latency(Shape shape, int port) throws IOException, InterruptedException {
    Path log = Files.createTempFile("h2load", ".tsv");
    try {
      h2load(shape, port, List.of("-n" + REQUESTS, "-c1", "-m1", "-t1", "--log-file=" + log));
      return Files.readAllLines(log).stream()
          .mapToLong(line -> Long.parseLong(line.split("\t", -1)[2]) * NANOS_OF_MICROSECOND)
          .sorted()
          .toArray();
    } finally {
      Files.delete(log);
    }
  }

  private static long h2load(Shape shape, int port, List<String> how)
      throws IOException, InterruptedException {
    Path body = Files.createTempFile("load", ".body");
    try {
      List<String> command = new ArrayList<>();
      command.add(Programs.find("h2load").orElseThrow());
      command.addAll(how);
      for (String[] header : OwnLoad.HEADERS) {
        command.add("-H" + header[0].toLowerCase(Locale.ROOT) + ": " + header[1]);
      }
      if (shape.requestBytes > 0) {
        Files.writeString(body, "x".repeat(shape.requestBytes));
        command.add("-d" + body);
      }
      command.add("http://127.0.0.1:" + port + shape.path());
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      Matcher done = DONE.matcher(out);
      if (process.waitFor() != 0 || !done.find() || !done.group(1).equals(done.group(2))) {
        throw new IOException("h2load: " + out);
      }
      return Long.parseLong(done.group(2));
    } finally {
      Files.delete(body);
    }
  }
}
