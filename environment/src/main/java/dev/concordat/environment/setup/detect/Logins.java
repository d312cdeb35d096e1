package dev.concordat.environment.setup.detect;

import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.settings.Setting;
import java.util.List;
import java.util.Optional;

/// User, password and database name in variables of their own, beside a database's URL or host.
final class Logins {
  private Logins() {}

  /// The need that the setting is, if its name goes with one of the needs: `DB_USER` with `DB_URL`.
  static Optional<PartNeed> need(Setting setting, List<PartNeed> needs, FoundParts parts) {
    var name = new VariableName(setting.name());
    Optional<PartNeed> password =
        name.passwordPrefix()
            .flatMap(prefix -> database(prefix, needs, parts))
            .map(part -> new PartNeed(part.name(), setting.name(), "{password}"));
    Optional<PartNeed> user =
        name.userPrefix()
            .flatMap(prefix -> database(prefix, needs, parts))
            .map(part -> new PartNeed(part.name(), setting.name(), "{user}"));
    Optional<PartNeed> database =
        name.databasePrefix()
            .flatMap(prefix -> database(prefix, needs, parts))
            .filter(part -> setting.value().filter(part.database()::equals).isPresent())
            .map(part -> new PartNeed(part.name(), setting.name(), "{database}"));
    return password.or(() -> user).or(() -> database);
  }

  private static Optional<PartSpec> database(
      String prefix, List<PartNeed> needs, FoundParts parts) {
    return needs.stream()
        .filter(need -> need.value().contains("{host}"))
        .filter(need -> new VariableName(need.variable()).prefix().equals(prefix))
        .flatMap(need -> parts.find(need.part()).stream())
        .filter(part -> !part.database().isEmpty())
        .findFirst();
  }
}
