package dev.concordat.registry.verification;

import dev.concordat.registry.selector.ConsumerSelector.Branch;
import dev.concordat.registry.selector.ConsumerSelector.Deployed;
import dev.concordat.registry.selector.ConsumerSelector.EveryBranch;
import dev.concordat.registry.selector.ConsumerSelector.InEnvironment;
import dev.concordat.registry.selector.ConsumerSelector.Latest;
import dev.concordat.registry.selector.ConsumerSelector.LatestTagged;
import dev.concordat.registry.selector.ConsumerSelector.MainBranch;
import dev.concordat.registry.selector.ConsumerSelector.Released;
import dev.concordat.registry.selector.ConsumerSelector.Tagged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words of the Pact dialect for reasons. Clients print them, and some make names of tests of the short ones.
final class Words {
  private Words() {}

  /// The reasons in a few words each.
  static String brief(VerifiablePact pact) {
    return String.join(", ", pact.chosen().stream().map(Words::brief).toList());
  }

  private static String brief(Chosen chosen) {
    return switch (chosen.selector()) {
      case Latest _ -> "latest";
      case MainBranch _ -> "latest from main branch";
      case Branch _, EveryBranch _ -> "latest from branch " + chosen.name();
      case LatestTagged _ -> "latest with tag " + chosen.name();
      case Tagged tagged ->
          tagged.consumer().map(consumer -> "one of " + consumer + " ").orElse("one of ")
              + chosen.name();
      case Deployed _ -> "deployed to " + chosen.name();
      case Released _ -> "released in " + chosen.name();
      case InEnvironment _ -> "in " + chosen.name();
    };
  }

  /// The reasons, one line each.
  static String lines(VerifiablePact pact, String provider) {
    List<String> lines = new ArrayList<>();
    Map<String, List<String>> deployed = new LinkedHashMap<>();
    Map<String, List<String>> released = new LinkedHashMap<>();
    for (Chosen chosen : pact.chosen()) {
      String where = chosen.name() + " (" + chosen.number() + ")";
      switch (chosen.selector()) {
        case Deployed(_, Optional<String> consumer) ->
            deployed.computeIfAbsent(versionsOf(consumer), _ -> new ArrayList<>()).add(where);
        case Released(_, Optional<String> consumer) ->
            released.computeIfAbsent(versionsOf(consumer), _ -> new ArrayList<>()).add(where);
        case Latest _, MainBranch _, Branch _, EveryBranch _ ->
            lines.add(line(pact, chosen, provider));
        case LatestTagged _, Tagged _ -> lines.add(line(pact, chosen, provider));
        case InEnvironment _ -> {}
      }
    }
    deployed.forEach(
        (versions, places) -> lines.add(versions + " currently deployed to " + joined(places)));
    released.forEach(
        (versions, places) -> lines.add(versions + " released and supported in " + joined(places)));
    for (Chosen chosen : pact.chosen()) {
      if (chosen.selector() instanceof InEnvironment) {
        lines.add(line(pact, chosen, provider));
      }
    }
    return String.join("\n", lines.stream().map(line -> "    * " + line).toList());
  }

  private static String versionsOf(Optional<String> consumer) {
    return consumer.map(name -> "version(s) of " + name).orElse("consumer version(s)");
  }

  private static String line(VerifiablePact pact, Chosen chosen, String provider) {
    Optional<String> consumer = chosen.selector().consumer();
    String version = consumer.map(name -> "version of " + name).orElse("version");
    String words =
        switch (chosen.selector()) {
          case Latest _ ->
              "latest version of "
                  + consumer.orElse("a consumer")
                  + " that has a pact with "
                  + provider;
          case MainBranch _ ->
              "latest " + version + " from the main branch '" + pact.pact().mainBranch() + "'";
          case Branch branch ->
              "latest "
                  + version
                  + " from branch '"
                  + chosen.name()
                  + "'"
                  + (chosen.isFallback()
                      ? " (fallback branch used as no pact was found from branch '"
                          + branch.name()
                          + "')"
                      : "");
          case EveryBranch _ -> "latest " + version + " from branch '" + chosen.name() + "'";
          case LatestTagged tagged ->
              "latest "
                  + version
                  + " tagged '"
                  + chosen.name()
                  + "'"
                  + (chosen.isFallback()
                      ? " (fallback tag used as no pact was found with tag '" + tagged.tag() + "')"
                      : "");
          case Tagged _ ->
              "all " + consumer.orElse("consumer") + " versions tagged '" + chosen.name() + "'";
          case InEnvironment _ ->
              consumer.orElse("a consumer") + " version in environment " + chosen.name();
          case Deployed _, Released _ -> "version in " + chosen.name();
        };
    return words + " (" + chosen.number() + ")";
  }

  /// Which branches and tags work in progress is on.
  static String heads(VerifiablePact pact) {
    List<String> branches = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (Chosen chosen : pact.chosen()) {
      List<String> names = chosen.selector() instanceof LatestTagged ? tags : branches;
      if (!names.contains(chosen.name())) {
        names.add(chosen.name());
      }
    }
    List<String> parts = new ArrayList<>();
    if (!branches.isEmpty()) {
      parts.add("from " + (branches.size() == 1 ? "branch " : "branches ") + quoted(branches));
    }
    if (!tags.isEmpty()) {
      parts.add("tagged with " + quoted(tags));
    }
    String same =
        switch (pact.chosen().size()) {
          case 1 -> "";
          case 2 -> " (both have the same content)";
          default -> " (all have the same content)";
        };
    boolean isOne = branches.size() == 1 || tags.size() == 1;
    return (isOne ? "version" : "versions")
        + " of "
        + pact.pact().consumer()
        + " "
        + String.join(" and ", parts)
        + same;
  }

  static String quoted(List<String> names) {
    return joined(names.stream().map(name -> "'" + name + "'").toList());
  }

  static String joined(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
