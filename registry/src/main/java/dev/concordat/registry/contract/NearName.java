package dev.concordat.registry.contract;

import dev.concordat.registry.link.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A new name that is nearly one of a known system, by the Pact Broker's rule: the same words whatever their case and what is
/// between them, each without an `s` at its end, and without `api`, `provider` and `service`.
///
/// @param known the names that it is nearly like, sorted
public record NearName(String name, List<String> known) {
  private static final Set<String> EMPTY_WORDS = Set.of("api", "provider", "service");
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final Pattern CAPITALS = Pattern.compile("([A-Z]+)([A-Z][a-z])");
  private static final Pattern CAPITAL = Pattern.compile("([a-z\\d])([A-Z])");

  public NearName {
    known = List.copyOf(known);
  }

  static boolean isNear(String left, String right) {
    return words(left).equals(words(right));
  }

  private static List<String> words(String name) {
    String parted = SPACE.matcher(name).replaceAll("_").replace("::", "/");
    parted = CAPITALS.matcher(parted).replaceAll("$1_$2");
    parted = CAPITAL.matcher(parted).replaceAll("$1_$2");
    List<String> words = new ArrayList<>();
    // Empty words at the end are left out by split, as in Ruby.
    for (String word : parted.replace('-', '_').toLowerCase(Locale.ROOT).split("_", 0)) {
      String stem = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
      if (!EMPTY_WORDS.contains(stem)) {
        words.add(stem);
      }
    }
    return words;
  }

  /// For clients of the Pact dialect, in the words of the Pact Broker.
  String dialect(Links links) {
    StringBuilder names = new StringBuilder();
    known.forEach(each -> names.append("* ").append(each).append('\n'));
    return "This is the first time a pact has been published for \""
        + name
        + "\".\nThe name \""
        + name
        + "\" is very similar to the following existing consumers/providers:\n"
        + names
        + "If you meant to specify one of the above names, please correct the pact configuration, and"
        + " re-publish the pact.\nIf the pact is intended to be for a new consumer or provider, please"
        + " manually create \""
        + name
        + "\" using the following command, and then re-publish the pact:\n"
        + command(links)
        + "\nIf the pact broker requires basic authentication, add '-u <username:password>' to the"
        + " command.\nTo disable this check, set `check_for_potential_duplicate_pacticipant_names` to"
        + " false in the configuration.\n";
  }

  /// For everybody else.
  public String plain(Links links) {
    return "The system '"
        + name
        + "' is new, and its name is nearly that of "
        + String.join(", ", known.stream().map(each -> "'" + each + "'").toList())
        + ". If that is the same system, correct the name. If it is another one, make it first and publish again: "
        + command(links);
  }

  private String command(Links links) {
    return "$ curl -v -XPOST -H \"Content-Type: application/json\" -d \"{\\\"name\\\": \\\""
        + name
        + "\\\"}\" "
        + links.base()
        + "/pacticipants";
  }
}
