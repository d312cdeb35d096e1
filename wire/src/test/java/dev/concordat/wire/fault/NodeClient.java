package dev.concordat.wire.fault;

import dev.concordat.wire.authority.Authority;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The `fetch` of Node.js.
final class NodeClient implements Client {
  private static final String SCRIPT =
      """
      const [, address, method, patience] = process.argv;
      const init = method === 'POST' ? {method, body: 'hello'} : {method};
      for (let i = 0; i < 2; i++) {
        try {
          const response =
            await fetch(address, {...init, signal: AbortSignal.timeout(Number(patience))});
          console.log(response.status + '|' + JSON.stringify(await response.text()));
        } catch (error) {
          const cause = error.cause ?? error;
          const said = `${error.name} ${cause.name} ${cause.code} ${cause.message}`;
          console.log('0|' + JSON.stringify(said));
        }
      }
      process.exit(0);
      """;

  @Override
  public Optional<String> version() {
    return Command.firstLine("node", "--version").map(version -> "Node.js fetch " + version);
  }

  @Override
  public List<String> twice(URI address, String method, Authority authority) throws Exception {
    List<String> command =
        List.of(
            "node",
            "--input-type=module",
            "-e",
            SCRIPT,
            address.toString(),
            method,
            Integer.toString(PATIENCE_MILLIS));
    List<String> saw = new ArrayList<>();
    for (String line :
        Command.output(
            command, Map.of("NODE_EXTRA_CA_CERTS", authority.certificateFile().toString()))) {
      int bar = line.indexOf('|');
      String text =
          line.substring(bar + 2, line.length() - 1).replace("\\\"", "\"").replace("\\n", "\n");
      int status = Integer.parseInt(line.substring(0, bar));
      saw.add(status == 0 ? failed(text) : Client.answered(status, text));
    }
    return saw;
  }

  /// Whether it tells a reset from an end depends on how far it has read.
  private static String failed(String text) {
    String words = Client.failed(text);
    return words.equals("reset") || words.equals("closed") ? "reset or closed" : words;
  }
}
