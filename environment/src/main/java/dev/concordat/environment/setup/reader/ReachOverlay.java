package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.Reach;
import dev.concordat.environment.setup.config.ConfigSystem;
import dev.concordat.environment.setup.detect.Draft;
import dev.concordat.environment.setup.workspace.Located;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `tls`, `outside` and `hosts` of one system.
record ReachOverlay(Workspace workspace) {
  private static final String ALL = "allow";
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}(:(?<port>[0-9]{1,5}))?");

  private static final int MAX_PORT = 65_535;

  /// What people write who mean all hosts.
  private static final Set<String> EVERYBODY = Set.of("*", "all", "any", "true", "yes");

  private static final String WITHOUT = "without scheme and path: ";
  private static final String EXAMPLE = "payments.internal, or payments.internal:8080";

  Reach apply(Draft draft, ConfigSystem config) {
    return new Reach(
        config.tls().flatMap(file -> new Paths(workspace).existing(draft, file)),
        config.outside().map(this::outside).orElse(draft.reach().outside()));
  }

  private List<String> outside(List<Located> written) {
    return written.stream().anyMatch(one -> one.text().equals(ALL))
        ? List.of(Reach.ANYBODY)
        : hosts(
            written.stream()
                .filter(one -> !isEverybody(one))
                .filter(one -> !isPattern(one))
                .toList());
  }

  private boolean isEverybody(Located one) {
    boolean isMeant = EVERYBODY.contains(one.text().toLowerCase(Locale.ROOT));
    if (isMeant) {
      workspace.notes().problem(noHost(one, "to let all hosts through write `outside: allow`"));
    }
    return isMeant;
  }

  private boolean isPattern(Located one) {
    boolean isMeant = one.text().contains("*");
    if (isMeant) {
      workspace.notes().problem(noHost(one, "there are no patterns: list each host by its name"));
    }
    return isMeant;
  }

  /// A host that leads to one system cannot lead to another one.
  ///
  /// @param known what was written so far, by host
  void notTwice(String provider, List<Located> written, Map<String, String> known) {
    for (Located one : written) {
      String other = known.putIfAbsent(one.text().toLowerCase(Locale.ROOT), provider);
      if (other != null && !other.equals(provider)) {
        workspace
            .notes()
            .problem(
                Problem.error(
                    "config/wrong-value",
                    one.place(),
                    "`" + one.text() + "` leads to `" + other + "` already",
                    "a host leads to one system; name a port (`"
                        + one.text().replaceFirst(":.*", "")
                        + ":8080`) where it is two"));
      }
    }
  }

  /// Those that are names of hosts, in small letters; of each other a problem.
  List<String> hosts(List<Located> written) {
    return written.stream()
        .filter(one -> !isPattern(one))
        .filter(
            one -> {
              boolean isHost = isHost(one.text());
              if (!isHost) {
                workspace.notes().problem(noHost(one, "write it " + WITHOUT + meant(one.text())));
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

  /// What was written, without what is too much of it; an example where nothing is left.
  private static String meant(String text) {
    String host =
        text.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*:/*(?=[^0-9])", "").replaceFirst("[/?#].*", "");
    return isHost(host) ? host : EXAMPLE;
  }

  private static Problem noHost(Located written, String fix) {
    return Problem.error(
        "config/wrong-value",
        written.place(),
        "`" + written.text() + "` is not the name of a host",
        fix);
  }
}
