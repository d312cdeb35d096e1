package dev.concordat.registry.migration;

import dev.concordat.model.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Copies everything that a running broker keeps into a registry: pacticipants with labels, environments, versions with
/// branches and tags, what versions of ours provide and what was proved of them, pacts, verification results, deployments and releases with their ends, and webhooks without secrets. All of
/// it keeps its order and its times. It may be repeated, and then copies what is new; it removes nothing, and it tells nobody of what
/// it copies.
public final class Migration {
  private final Door from;
  private final Door to;
  private final Journal journal;

  /// @param from a broker that may be read
  /// @param to a registry, with the scope `admin`
  /// @param progress is told in a line what is being copied
  public Migration(Door from, Door to, Consumer<String> progress) {
    this.from = from;
    this.to = to;
    this.journal = new Journal(progress);
  }

  /// Copies.
  ///
  /// @throws MigrationFailure where one of the two does not answer as a broker does; what was copied stays
  public Migrated run() throws MigrationFailure {
    for (Door door : List.of(from, to)) {
      Optional<JsonObject> index = door.get("/");
      if (index.flatMap(it -> Resource.at(it, "_links", "pb:pacticipants")).isEmpty()) {
        throw new MigrationFailure(door + " is no Pact Broker: its index has no pb:pacticipants");
      }
    }
    SystemsCopy systems = new SystemsCopy(from, to, journal);
    journal.begins("environments");
    Set<String> environments = systems.environments();
    journal.begins("pacticipants");
    List<String> names = systems.copy();
    for (int i = 0; i < names.size(); i++) {
      journal.begins("versions of " + names.get(i) + " (" + (i + 1) + " of " + names.size() + ")");
      new VersionsCopy(from, to, journal).copy(names.get(i));
      systems.mainBranch(names.get(i));
    }
    SaidCopy said = new SaidCopy(from, to, journal);
    for (String name : names) {
      journal.begins("what " + name + " provides and what was proved of it");
      said.copy(name);
    }
    List<JsonObject> pairs = Pages.all(from, "/integrations", "integrations");
    for (int i = 0; i < pairs.size(); i++) {
      Optional<String> consumer = Resource.text(pairs.get(i), "consumer", "name");
      Optional<String> provider = Resource.text(pairs.get(i), "provider", "name");
      if (consumer.isPresent() && provider.isPresent()) {
        journal.begins(
            "pacts of "
                + consumer.get()
                + " and "
                + provider.get()
                + " ("
                + (i + 1)
                + " of "
                + pairs.size()
                + ")");
        new PactsCopy(from, to, journal).copy(consumer.get(), provider.get());
      }
    }
    for (String environment : environments) {
      journal.begins("deployments and releases in " + environment);
      for (String name : names) {
        new DeploymentsCopy(from, to, journal).copy(name, environment);
      }
    }
    journal.begins("webhooks");
    new WebhooksCopy(from, to, journal).copy();
    return journal.migrated();
  }
}
