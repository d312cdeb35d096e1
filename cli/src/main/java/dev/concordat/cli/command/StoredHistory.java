package dev.concordat.cli.command;

import dev.concordat.compare.format.Policies.Stored;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/// Which readers must read which writers' messages where messages are kept (Confluent's names).
///
/// @param isTransitive whether that holds for the whole history, and not only for the version before
record StoredHistory(Stored stored, boolean isTransitive) {
  private static final String TRANSITIVE = "-transitive";

  /// `backward`, `full-transitive`, in any case and with `_` for `-`.
  static StoredHistory parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    boolean isTransitive = word.endsWith(TRANSITIVE);
    String bare = isTransitive ? word.substring(0, word.length() - TRANSITIVE.length()) : word;
    return switch (bare) {
      case "backward" -> new StoredHistory(Stored.BACKWARD, isTransitive);
      case "forward" -> new StoredHistory(Stored.FORWARD, isTransitive);
      case "full" -> new StoredHistory(Stored.FULL, isTransitive);
      default ->
          throw new TypeConversionException(
              "'"
                  + text
                  + "' is none of backward, forward and full, each alone or with -transitive");
    };
  }
}
