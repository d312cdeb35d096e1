package dev.concordat.environment.setup.reader;

import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.config.ConfigFile;
import dev.concordat.environment.setup.detect.DataFiles;
import dev.concordat.environment.setup.workspace.Workspace;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// Writes what was detected as a new concordat.yaml, each line with the place it was found at. Reading it back gives the same
/// setup.
public final class InitWriter {
  private static final String HEAD =
      """
      # What Concordat found here, and where. Change what is wrong.
      # A line you delete is detected again on every run; `~` leaves out what is detected.
      """;

  private InitWriter() {}

  /// The text of the file.
  public static String text(Setup setup) {
    var out = new Lines();
    out.raw(HEAD + "systems:\n");
    var files = new DataFiles(Workspace.open(setup.root()), List.of());
    var systems = new SystemText(setup, files, out);
    setup.systems().forEach(systems::write);
    out.raw(flows(setup));
    return out.toString();
  }

  private static String flows(Setup setup) {
    if (setup.flows().isEmpty()) {
      return "";
    }
    var text = new StringBuilder("\n# flows: found wherever they are; these are here now\n");
    setup.flows().forEach(flow -> text.append("#   ").append(setup.relative(flow)).append('\n'));
    return text.toString();
  }

  /// Writes the file into the workspace's root.
  ///
  /// @param force whether to replace one that is there
  /// @return why it was not written, if so
  public static Optional<Problem> write(Setup setup, boolean force) throws IOException {
    Path file = setup.root().resolve(ConfigFile.NAME);
    if (Files.exists(file) && !force) {
      return Optional.of(
          Problem.error(
              "config/exists",
              Place.of(ConfigFile.NAME),
              "there is a " + ConfigFile.NAME + " already; it was not changed",
              "use --force to replace it"));
    }
    Files.writeString(
        file,
        text(setup),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
    return Optional.empty();
  }
}
