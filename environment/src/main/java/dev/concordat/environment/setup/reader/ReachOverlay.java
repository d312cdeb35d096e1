package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.Reach;
import dev.concordat.environment.setup.config.ConfigSystem;
import dev.concordat.environment.setup.detect.Draft;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `tls`, `outside` and `hosts` of one system.
record ReachOverlay(Workspace workspace) {
  private static final String ALL = "allow";
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}(:(?<port>[0-9]{1,5}))?");

  private static final int MAX_PORT = 65_535;

  Reach apply(Draft draft, ConfigSystem config) {
    return new Reach(
        config.tls().flatMap(file -> new Paths(workspace).existing(draft, file)),
        config.outside().map(this::outside).orElse(draft.reach().outside()));
  }

  private List<String> outside(List<Located> written) {
    return written.stream().anyMatch(one -> one.text().equals(ALL))
        ? List.of(Reach.ANYBODY)
        : hosts(written);
  }

  /// Those that are names of hosts, in small letters; of each other a problem.
  List<String> hosts(List<Located> written) {
    return written.stream()
        .filter(
            one -> {
              boolean isHost = isHost(one.text());
              if (!isHost) {
                workspace.notes().problem(noHost(one));
              }
              return isHost;
            })
        .map(one -> one.text().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean isHost(String text) {
    Matcher host = HOST.matcher(text);
    if (!host.matches()) {
      return false;
    }
    String port = host.group("port");
    return port == null || Integer.parseInt(port) <= MAX_PORT;
  }

  private static Problem noHost(Located written) {
    return Problem.error(
        "config/wrong-value",
        written.place(),
        "`" + written.text() + "` is not the name of a host",
        "write it without scheme and path: payments.internal, or payments.internal:8080");
  }
}
