package dev.concordat.registry;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.registry.store.Branches;
import dev.concordat.registry.store.ContentRow;
import dev.concordat.registry.store.Contents;
import dev.concordat.registry.store.Deployments;
import dev.concordat.registry.store.EnvironmentRow;
import dev.concordat.registry.store.Environments;
import dev.concordat.registry.store.Integrations;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.Releases;
import dev.concordat.registry.store.SystemRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.Tags;
import dev.concordat.registry.store.VerificationRow;
import dev.concordat.registry.store.Verifications;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.registry.store.Versions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// Sets up what a registry holds, through the store's own doors. Every step is one second later than the one before.
public final class Scene {
  private final Handle handle;
  private final Map<String, SystemRow> systems = new HashMap<>();
  private final Map<String, EnvironmentRow> environments = new HashMap<>();
  private Instant now = Instant.parse("2026-11-01T10:00:00Z");

  public Scene(Handle handle) {
    this.handle = handle;
  }

  /// The time of the next step.
  public Instant tick() {
    now = now.plusSeconds(1);
    return now;
  }

  public SystemRow system(String name) {
    return systems.computeIfAbsent(name, _ -> new Systems(handle).ensure(name, tick()));
  }

  public void owner(String name, String team) {
    new Systems(handle).own(system(name).id(), Optional.of(team));
  }

  public void mainBranch(String name, String branch) {
    SystemRow row = new Systems(handle).ensure(name, tick());
    SystemRow changed =
        new SystemRow(
            row.id(),
            row.name(),
            row.displayName(),
            row.repositoryUrl(),
            row.repositoryName(),
            row.repositoryNamespace(),
            Optional.of(branch),
            row.owner(),
            row.createdAt(),
            row.updatedAt());
    new Systems(handle).update(changed, tick());
  }

  public VersionRow version(String system, String number) {
    return new Versions(handle).ensure(system(system).id(), number, tick());
  }

  public void branch(String system, String number, String branch) {
    new Branches(handle).add(version(system, number), branch, tick());
  }

  public void removeBranch(String system, String branch) {
    new Branches(handle)
        .find(system(system).id(), branch)
        .ifPresent(row -> new Branches(handle).delete(row.id()));
  }

  public void tag(String system, String number, String tag) {
    new Tags(handle).add(version(system, number), tag, tick());
  }

  public void untag(String system, String number, String tag) {
    new Tags(handle).remove(version(system, number).id(), tag);
  }

  public void deleteVersion(String system, String number) {
    new Versions(handle)
        .find(system(system).id(), number)
        .ifPresent(row -> new Versions(handle).delete(List.of(row.id())));
  }

  /// Publishes a pact whose interactions are named by the words of the text.
  public ContentRow publish(String consumer, String number, String provider, String words) {
    return publishText(consumer, number, provider, pact(consumer, provider, words), sha(words));
  }

  /// Publishes a text under a name.
  public ContentRow publishText(
      String consumer, String number, String provider, String text, String sha) {
    SystemRow provides = system(provider);
    VersionRow version = version(consumer, number);
    ContentRow content =
        new Contents(handle)
            .ensure(
                new Contents.New(
                    Optional.of(version.systemId()),
                    provides.id(),
                    "pact",
                    sha,
                    sha,
                    "application/json",
                    Bytes.utf8(text)),
                tick());
    Publications publications = new Publications(handle);
    Optional<PactRow> before = publications.find(version.id(), provides.id());
    if (before.isEmpty() || before.get().contentId() != content.id()) {
      publications.add(
          Optional.of(version.systemId()),
          provides.id(),
          version.id(),
          content.id(),
          Optional.empty(),
          tick());
    }
    new Integrations(handle).touch(version.systemId(), provides.id(), tick());
    return content;
  }

  /// Removes what a consumer version said of a provider.
  public void unpublish(String consumer, String number, String provider) {
    new Publications(handle)
        .find(version(consumer, number).id(), system(provider).id())
        .ifPresent(row -> new Publications(handle).delete(List.of(row)));
  }

  /// Verifies what a consumer version says now.
  public void verify(
      String consumer, String number, String provider, String providerNumber, boolean success) {
    verify(consumer, number, provider, providerNumber, success, false, Optional.empty());
  }

  /// Verifies with all details; nothing where the consumer version says nothing.
  public Optional<VerificationRow> verify(
      String consumer,
      String number,
      String provider,
      String providerNumber,
      boolean success,
      boolean isWip,
      Optional<String> results) {
    Optional<PactRow> pact =
        new Publications(handle).find(version(consumer, number).id(), system(provider).id());
    return pact.map(
        row ->
            new Verifications(handle)
                .add(
                    row.contentId(),
                    version(provider, providerNumber).id(),
                    new Verifications.Result(
                        success,
                        Optional.empty(),
                        results,
                        Optional.empty(),
                        isWip,
                        false,
                        "replay"),
                    tick()));
  }

  /// Publishes what was proved of a version.
  public void prove(String system, String number, String kind, boolean success) {
    handle
        .createUpdate(
            "INSERT INTO proofs (version_id, kind, success, report, created_at) VALUES (:version,"
                + " :kind, :success, '{}', :now)")
        .bind("version", version(system, number).id())
        .bind("kind", kind)
        .bind("success", success)
        .bind("now", Timestamp.from(tick()))
        .execute();
  }

  public EnvironmentRow environment(String name) {
    return environments.computeIfAbsent(name, _ -> ensureEnvironment(name));
  }

  private EnvironmentRow ensureEnvironment(String name) {
    Environments store = new Environments(handle);
    return store
        .findByName(name)
        .orElseGet(
            () ->
                store.put(
                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
                    new Environments.Said(
                        name, Optional.of(name), name.equals("production"), Optional.empty()),
                    tick()));
  }

  public void deploy(String system, String number, String environment, Optional<String> target) {
    new Deployments(handle)
        .deploy(
            UUID.randomUUID().toString(),
            version(system, number),
            environment(environment).id(),
            target,
            tick());
  }

  public void deploy(String system, String number, String environment) {
    deploy(system, number, environment, Optional.empty());
  }

  /// Takes a system out of an environment, all instances of it.
  public void undeploy(String system, String environment) {
    new Deployments(handle)
        .now(environment(environment).id()).stream()
            .filter(row -> row.system().equals(system))
            .forEach(row -> new Deployments(handle).undeploy(row.uuid(), tick()));
  }

  public void release(String system, String number, String environment) {
    new Releases(handle)
        .release(
            UUID.randomUUID().toString(),
            version(system, number),
            environment(environment).id(),
            tick());
  }

  public void endSupport(String system, String number, String environment) {
    new Releases(handle)
        .of(version(system, number).id(), environment(environment).id())
        .ifPresent(row -> new Releases(handle).support(row.uuid(), false, tick()));
  }

  /// A pact with one interaction for each word.
  public static String pact(String consumer, String provider, String words) {
    StringBuilder interactions = new StringBuilder();
    for (String word : words.split(" ", -1)) {
      interactions
          .append(interactions.isEmpty() ? "" : ",")
          .append("{\"description\":\"")
          .append(word)
          .append("\",\"request\":{\"method\":\"GET\",\"path\":\"/")
          .append(word)
          .append("\"},\"response\":{\"status\":200}}");
    }
    return "{\"consumer\":{\"name\":\""
        + consumer
        + "\"},\"provider\":{\"name\":\""
        + provider
        + "\"},\"interactions\":["
        + interactions
        + "],\"metadata\":{\"pactSpecification\":{\"version\":\"2.0.0\"}}}";
  }

  private static String sha(String words) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(words.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
