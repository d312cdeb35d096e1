package dev.concordat.cli.run;

import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Environment variables that a person gives to systems: `NAME=value` for all of them, `system:NAME=value` for one.
///
/// @param given by name, with or without a system before a colon
public record Variables(Map<String, String> given) {
  public Variables {
    given = Map.copyOf(given);
  }

  /// Variables for systems that are not there.
  List<Problem> problems(Setup setup) {
    List<String> systems = setup.systems().stream().map(SystemSpec::name).toList();
    return given.keySet().stream()
        .filter(name -> name.contains(":"))
        .filter(name -> !systems.contains(name.substring(0, name.indexOf(':'))))
        .sorted()
        .map(name -> unknownSystem(name, systems))
        .toList();
  }

  private static Problem unknownSystem(String name, List<String> systems) {
    String system = name.substring(0, name.indexOf(':'));
    return Problem.error(
        "usage/unknown-system",
        Place.of("--set " + name),
        "there is no system `" + system + "`." + DidYouMean.sentence(system, systems),
        "the systems are " + String.join(", ", systems));
  }

  /// By system, as an environment is started with them.
  Map<String, Map<String, String>> bySystem(Setup setup) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (SystemSpec system : setup.systems()) {
      Map<String, String> its = new LinkedHashMap<>();
      given.forEach(
          (name, value) -> {
            if (!name.contains(":")) {
              its.put(name, value);
            }
          });
      given.forEach(
          (name, value) -> {
            if (name.startsWith(system.name() + ":")) {
              its.put(name.substring(system.name().length() + 1), value);
            }
          });
      all.put(system.name(), its);
    }
    return all;
  }

  /// Those given, and those that systems take from our own environment: a replay needs them too. What looks like a secret
  /// is left out.
  Map<String, String> toRemember(Setup setup, Map<String, String> ours) {
    Map<String, String> all = new LinkedHashMap<>();
    for (SystemSpec system : setup.systems()) {
      system
          .variables()
          .forEach(
              (name, value) -> {
                if (!value.isEmpty() && value.equals(ours.get(name)) && !isSecret(name)) {
                  all.put(system.name() + ":" + name, value);
                }
              });
    }
    given.forEach(
        (name, value) -> {
          if (!isSecret(name)) {
            all.put(name, value);
          }
        });
    return all;
  }

  private static boolean isSecret(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.contains("SECRET")
        || upper.contains("TOKEN")
        || upper.contains("PASSWORD")
        || upper.contains("CREDENTIAL")
        || upper.endsWith("KEY");
  }
}
