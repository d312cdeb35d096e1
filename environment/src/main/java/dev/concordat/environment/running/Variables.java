package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.data.Databases;
import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.PartNeed;
import dev.concordat.environment.setup.PartSpec;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.wire.http.HttpLink;
import dev.concordat.wire.kafkalink.KafkaLink;
import dev.concordat.wire.postgres.PostgresLink;
import java.util.LinkedHashMap;
import java.util.Map;

/// The environment variables of a system: what wires it to its links. Which of two values counts, from weak to strong:
/// inherited, the setup's own, links and parts, the options of the start, those of a restart.
record Variables(Setup setup, StartOptions options, Links links, Opened opened, Reaching reaching) {
  Map<String, String> of(SystemSpec spec, Map<String, String> more) throws EnvironmentFailure {
    var variables = new LinkedHashMap<>(Inherited.forSystem(System.getenv()));
    variables.putAll(spec.variables());
    for (Consumption consumption : spec.consumes()) {
      HttpLink link = links.http(spec.name(), consumption.provider());
      if (link != null && !consumption.variable().isEmpty()) {
        variables.put(
            consumption.variable(),
            Template.address(consumption.value(), link.address().getPort()));
      }
    }
    for (PartNeed need : spec.needs()) {
      put(variables, spec, need);
    }
    variables.putAll(options.variables().getOrDefault(spec.name(), Map.of()));
    variables.putAll(more);
    return new Clock(Clock.FOLDERS).moved(spec.name(), reaching.told(spec, variables));
  }

  private void put(Map<String, String> variables, SystemSpec spec, PartNeed need) {
    PostgresLink database = links.database(spec.name(), need.part());
    if (database != null) {
      int port = database.address().getPort();
      variables.put(
          need.variable(), Template.fill(Template.address(need.value(), port), names(need.part())));
    }
    KafkaLink broker = links.broker(spec.name(), need.part());
    if (broker != null) {
      variables.put(need.variable(), Template.address(need.value(), broker.address().getPort()));
    }
  }

  /// Any password will do, but some clients refuse an empty one.
  private Map<String, String> names(String part) {
    String role = opened.databases().map((Databases all) -> all.role(part)).orElse("");
    String database =
        setup.part(part).map(PartSpec::database).filter(name -> !name.isBlank()).orElse(part);
    return Map.of("database", database, "user", role, "password", role);
  }
}
