package dev.concordat.cli.registry;

import dev.concordat.cli.console.Console;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.run.Verdict;
import dev.concordat.registry.migration.Door;
import dev.concordat.registry.migration.Migrated;
import dev.concordat.registry.migration.Migration;
import dev.concordat.registry.migration.MigrationFailure;
import dev.concordat.report.json.Members;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Copies a running broker into a registry, and says what came of it.
public final class MigrateFrom {
  /// The variable with a token of the broker that is copied.
  public static final String TOKEN_VARIABLE = "CONCORDAT_FROM_TOKEN";

  /// The variable with the password that goes with a user of the broker that is copied.
  public static final String PASSWORD_VARIABLE = "CONCORDAT_FROM_PASSWORD";

  private final Console console;
  private final RegistryAddress from;
  private final RegistryAddress to;

  /// @param from the broker; its token is its own
  public MigrateFrom(Console console, RegistryAddress from, RegistryAddress to) {
    this.console = console;
    this.from = from;
    this.to = to;
  }

  /// How to prove who we are to the broker, from a token or from a user and the password.
  public static Optional<String> authorization(
      Optional<String> user, Map<String, String> variables) {
    return user.map(
            name ->
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(
                            (name + ":" + variables.getOrDefault(PASSWORD_VARIABLE, ""))
                                .getBytes(StandardCharsets.UTF_8)))
        .or(() -> Optional.ofNullable(variables.get(TOKEN_VARIABLE)).map(it -> "Bearer " + it));
  }

  /// Copies.
  ///
  /// @param authorization for the broker
  /// @return {@link Verdict#HOLDS} when all of it is there, {@link Verdict#FINDINGS} when something could not be copied
  public Verdict migrate(Optional<String> authorization, boolean isJson) {
    try (Door source = new Door(from.url(), authorization);
        Door target = new Door(to.url(), to.token().map(token -> "Bearer " + token))) {
      Migrated migrated = new Migration(source, target, line -> console.say("  " + line)).run();
      if (isJson) {
        console.out().println(JsonText.pretty(json(migrated)));
      } else {
        tell(migrated);
      }
      return migrated.problems().isEmpty() ? Verdict.HOLDS : Verdict.FINDINGS;
    } catch (MigrationFailure failure) {
      console.say("concordat: " + failure.getMessage() + ".");
      console.say("  What was copied stays; the same command goes on from there.");
      return Verdict.NO_ENVIRONMENT;
    }
  }

  private void tell(Migrated migrated) {
    TreeSet<String> kinds = new TreeSet<>(migrated.copied().keySet());
    kinds.addAll(migrated.known().keySet());
    for (String kind : kinds) {
      console
          .out()
          .println(
              String.format(
                  "%-24s %d copied, %d there before",
                  kind,
                  migrated.copied().getOrDefault(kind, 0),
                  migrated.known().getOrDefault(kind, 0)));
    }
    for (String problem : migrated.problems()) {
      console.out().println("not copied: " + problem);
    }
  }

  private static JsonObject json(Migrated migrated) {
    return new Members()
        .put("copied", counts(migrated.copied()))
        .put("known", counts(migrated.known()))
        .texts("problems", migrated.problems())
        .object();
  }

  private static JsonValue counts(Map<String, Integer> counts) {
    JsonObject.Builder json = new JsonObject.Builder();
    counts.forEach((kind, count) -> json.add(kind, JsonNumber.of(count)));
    return json.build();
  }
}
