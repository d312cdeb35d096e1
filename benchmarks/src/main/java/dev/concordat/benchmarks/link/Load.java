package dev.concordat.benchmarks.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends requests as fast as they are answered, from a process of its own: wrk where it is installed, else our own.
final class Load {
  private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");

  private Load() {}

  /// How many exchanges there were.
  static long run(Shape shape, int port, int seconds, int connections)
      throws IOException, InterruptedException {
    Optional<String> wrk = Programs.find("wrk");
    if (wrk.isEmpty()) {
      return OwnLoad.run(shape, port, seconds, connections);
    }
    Path script = Files.createTempFile("load", ".lua");
    try {
      Files.writeString(script, script(shape));
      Process process =
          new ProcessBuilder(
                  wrk.get(),
                  "-t1",
                  "-c" + connections,
                  "-d" + seconds + "s",
                  "-s" + script,
                  "http://127.0.0.1:" + port + shape.path())
              .redirectErrorStream(true)
              .start();
      String out = new String(process.getInputStream().readAllBytes(), UTF_8);
      Matcher requests = REQUESTS.matcher(out);
      if (process.waitFor() != 0 || !requests.find() || out.contains("Non-2xx")) {
        throw new IOException("wrk: " + out);
      }
      return Long.parseLong(requests.group(1));
    } finally {
      Files.delete(script);
    }
  }

  private static String script(Shape shape) {
    StringBuilder script = new StringBuilder();
    script.append("wrk.method = \"").append(shape.method).append("\"\n");
    for (String[] header : OwnLoad.HEADERS) {
      script.append("wrk.headers[\"%s\"] = \"%s\"%n".formatted(header[0], header[1]));
    }
    if (shape.requestBytes > 0) {
      script.append("wrk.body = string.rep(\"x\", ").append(shape.requestBytes).append(")\n");
    }
    return script.toString();
  }
}
