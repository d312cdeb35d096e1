package dev.concordat.cli.command;

import dev.concordat.model.problem.DidYouMean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The faults that the example shop can bring back, as `docs/shop-faults.md` lists them.
///
/// @param root the folder of the launcher
record PlantedFaults(Path root) {
  private static final String LIST = "docs/shop-faults.md";
  private static final String ALL = "all";
  private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9-]+)` \\|", Pattern.MULTILINE);

  /// What is wrong with the choice: the shop takes an id it does not know for none, and all would seem to hold.
  Optional<String> wrong(String chosen, boolean isHealthy) {
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    if (isHealthy) {
      return Optional.of("--healthy switches no fault on, and --fault does: choose one of them.");
    }
    Set<String> known = ids();
    return known.isEmpty()
        ? Optional.empty()
        : List.of(chosen.split(",", -1)).stream()
            .filter(id -> !known.contains(id) && !id.equals(ALL))
            .findFirst()
            .map(id -> "there is no fault '" + id + "'." + suggestion(id, known));
  }

  private static String suggestion(String id, Set<String> known) {
    String guess = DidYouMean.sentence(id, known);
    return guess.isEmpty() ? " " + LIST + " lists them all." : guess;
  }

  private Set<String> ids() {
    var ids = new TreeSet<String>();
    try {
      Matcher row = ROW.matcher(Files.readString(root.resolve(LIST)));
      while (row.find()) {
        ids.add(row.group(1));
      }
    } catch (IOException absent) {
      // Without the list the shop decides; only the help with typing errors is missing.
    }
    return ids;
  }
}
