package dev.concordat.wire.fault;

import dev.concordat.wire.authority.Authority;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// curl, which asks twice in one process, so that it may use its connection again.
final class CurlClient implements Client {
  private static final String SECONDS = Integer.toString(PATIENCE_MILLIS / 1_000);

  @Override
  public Optional<String> version() {
    return Command.firstLine("curl", "--version")
        .map(line -> String.join(" ", List.of(line.split(" ")).subList(0, 2)));
  }

  @Override
  public List<String> twice(URI address, String method, Authority authority) throws Exception {
    Path folder = Files.createTempDirectory("curl");
    List<String> command =
        new ArrayList<>(
            List.of("curl", "-s", "-L", "--max-redirs", "5", "--max-time", SECONDS, "--http1.1"));
    command.addAll(List.of("-w", "%{exitcode}|%{http_code}|%{errormsg}\n"));
    command.addAll(List.of("--cacert", authority.certificateFile().toString()));
    if (method.equals("POST")) {
      command.addAll(
          List.of(
              "--data-binary",
              POST_BODY,
              "-H",
              "Expect: 100-continue",
              "--expect100-timeout",
              "0.2"));
    }
    for (String file : List.of("1", "2")) {
      command.addAll(List.of("-o", folder.resolve(file).toString(), address.toString()));
    }
    List<String> saw = new ArrayList<>();
    for (String line : Command.output(command)) {
      saw.add(outcome(line, folder.resolve(Integer.toString(saw.size() + 1))));
    }
    return saw;
  }

  private static String outcome(String line, Path body) throws IOException {
    String[] parts = line.split("\\|", 3);
    if (!parts[0].equals("0")) {
      return Client.failed(parts[2]);
    }
    String text = Files.exists(body) ? Files.readString(body, StandardCharsets.UTF_8) : "";
    return Client.answered(Integer.parseInt(parts[1]), text);
  }
}
