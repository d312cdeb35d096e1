package dev.concordat.environment.part;

import dev.concordat.environment.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How PostgreSQL, which refuses to run as root, is started all the same.
///
/// @param prefix goes before its commands; each replaces itself by what follows, so process ids stay
/// @param mustOwn whether the data must be given to the other id first
record Unprivileged(List<String> prefix, boolean mustOwn) {
  static final Unprivileged AS_WE_ARE = new Unprivileged(List.of(), false);

  /// In a user namespace of its own root is nobody, and files stay where and whose they are.
  static final Unprivileged NAMESPACE = new Unprivileged(List.of("unshare", "-U"), false);

  /// `nobody` on most systems; only the number matters.
  private static final String NOBODY = "65534";

  static final Unprivileged OTHER_ID =
      new Unprivileged(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), true);

  /// The first way that works here.
  static Unprivileged find(Path executable) throws EnvironmentFailure, InterruptedException {
    return isRoot(executable) ? find(executable, List.of(NAMESPACE, OTHER_ID)) : AS_WE_ARE;
  }

  static Unprivileged find(Path executable, List<Unprivileged> ways)
      throws EnvironmentFailure, InterruptedException {
    for (Unprivileged way : ways) {
      if (ShortCommand.run(way.command(List.of("test", "-x", executable.toString())), Map.of())
          .isGood()) {
        return way;
      }
    }
    throw EnvironmentFailure.of(
        Postgres.KIND,
        "PostgreSQL refuses to run as root, and neither `unshare -U` nor `setpriv` can run "
            + executable
            + " as somebody else",
        "Run Concordat as an ordinary user, or allow user namespaces, or set CONCORDAT_HOME to a folder that every user may"
            + " enter, such as /var/lib/concordat.");
  }

  /// Lets the commands write into a folder.
  void give(Path folder) throws IOException, InterruptedException {
    if (mustOwn) {
      var chown =
          ShortCommand.run(
              List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()), Map.of());
      if (!chown.isGood()) {
        throw new IOException("chown " + folder + ": " + String.join(" ", chown.lines()));
      }
    }
  }

  List<String> command(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  /// Whoever owns what we just unpacked is who we are.
  private static boolean isRoot(Path ours) {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(ours, "unix:uid"));
    } catch (IOException | UnsupportedOperationException _) {
      return false;
    }
  }
}
