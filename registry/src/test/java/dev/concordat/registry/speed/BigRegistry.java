package dev.concordat.registry.speed;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Fills a registry with as much as a big company has: every system has versions on a main branch and a feature branch, is
/// a consumer of five others, and is deployed to three environments. The first system is a hub with a hundred consumers.
/// Rows are copied in as they would have been written one by one, what is kept on write included.
final class BigRegistry {
  static final int SYSTEMS = 1000;
  static final int VERSIONS = 100;
  static final int PROVIDERS = 5;

  /// A consumer says something new with every fifth version.
  private static final int VERSIONS_OF_CONTENT = 5;

  static final int CONTENTS = VERSIONS / VERSIONS_OF_CONTENT;
  private static final int VERIFICATIONS_OF_CONTENT = 10;
  private static final int HUB_CONSUMERS = 100;
  private static final int FAILS_EVERY = 37;
  private static final int[] OFFSETS = {1, 13, 101, 307, 499};
  private static final String TIME = "2026-01-01 00:00:00Z";
  private static final int FLUSH_BYTES = 1 << 20;

  /// The version that is deployed to production, and those of staging and test.
  static final List<Integer> DEPLOYED = List.of(95, 97, 100);

  static final List<String> ENVIRONMENTS = List.of("production", "staging", "test");

  private final Handle handle;

  BigRegistry(Handle handle) {
    this.handle = handle;
  }

  static String system(int number) {
    return "system-" + number;
  }

  /// The n-th provider of a consumer, both counted from 1.
  static int provider(int consumer, int n) {
    boolean isHubConsumer = n == 1 && consumer > 1 && consumer <= HUB_CONSUMERS + 1;
    return isHubConsumer ? 1 : (consumer - 1 + OFFSETS[n - 1]) % SYSTEMS + 1;
  }

  private static long version(int system, int number) {
    return (long) (system - 1) * VERSIONS + number;
  }

  private static long content(int consumer, int n, int number) {
    return ((long) (consumer - 1) * PROVIDERS + n - 1) * CONTENTS + number;
  }

  void fill() throws SQLException {
    // The rows fit together; checking two million of them one by one would only take time.
    handle.execute("SET LOCAL session_replication_role = replica");
    handle.execute("SET LOCAL statement_timeout = 0");
    copy(
        "systems (id, name, main_branch, created_at, updated_at)",
        SYSTEMS,
        i -> i + 1 + tab(system(i + 1)) + tab("main") + times(2));
    copy(
        "versions (id, system_id, number, created_at, updated_at)",
        SYSTEMS * VERSIONS,
        i -> (i + 1) + tab(i / VERSIONS + 1) + tab(i % VERSIONS + 1) + times(2));
    copy(
        "branches (id, system_id, name, head_version_id, created_at, updated_at)",
        SYSTEMS * 2,
        i -> {
          int system = i / 2 + 1;
          boolean isMain = i % 2 == 0;
          return (i + 1)
              + tab(system)
              + tab(isMain ? "main" : "feat/x")
              + tab(version(system, isMain ? VERSIONS - 1 : VERSIONS))
              + times(2);
        });
    copy(
        "branch_versions (branch_id, version_id, created_at, updated_at)",
        SYSTEMS * VERSIONS,
        i -> {
          boolean isMain = (i % VERSIONS + 1) % 10 != 0;
          return (i / VERSIONS) * 2 + (isMain ? 1 : 2) + tab(i + 1) + times(2);
        });
    copy(
        "tags (version_id, system_id, name, created_at)",
        SYSTEMS * VERSIONS / 10,
        i -> (i + 1) * 10 + tab(i * 10 / VERSIONS + 1) + tab("prod") + times(1));
    contracts();
    deployments();
    for (String notes : List.of("pairs_changed", "meetings_changed")) {
      handle.execute(
          "INSERT INTO "
              + notes
              + " (consumer_id, provider_id) SELECT consumer_id, provider_id FROM integrations");
    }
    for (String table :
        List.of(
            "systems",
            "versions",
            "branches",
            "contents",
            "publications",
            "verifications",
            "environments",
            "deployed_versions",
            "released_versions")) {
      handle.execute(
          "SELECT setval(pg_get_serial_sequence('"
              + table
              + "', 'id'), (SELECT max(id) FROM "
              + table
              + "))");
    }
    handle.execute(
        "SELECT setval('verification_numbers', (SELECT max(number) FROM verifications))");
  }

  private void contracts() throws SQLException {
    int pairs = SYSTEMS * PROVIDERS;
    copy(
        "integrations (consumer_id, provider_id, created_at, contract_data_updated_at)",
        pairs,
        i -> i / PROVIDERS + 1 + tab(provider(i / PROVIDERS + 1, i % PROVIDERS + 1)) + times(2));
    copy(
        "contents (id, consumer_id, provider_id, kind, sha, digest, media_type, bytes, created_at)",
        pairs * CONTENTS,
        i -> {
          int pair = i / CONTENTS;
          int consumer = pair / PROVIDERS + 1;
          String sha = String.format(Locale.ROOT, "%040x", i + 1);
          return (i + 1)
              + tab(consumer)
              + tab(provider(consumer, pair % PROVIDERS + 1))
              + tab("pact")
              + tab(sha)
              + tab(sha)
              + tab("application/json")
              + tab("\\\\x7b7d")
              + times(1);
        });
    copy(
        "publications (id, consumer_id, provider_id, version_id, content_id, revision, is_current, created_at)",
        pairs * VERSIONS,
        i -> {
          int consumer = i / (PROVIDERS * VERSIONS) + 1;
          int n = i / VERSIONS % PROVIDERS + 1;
          int number = i % VERSIONS + 1;
          return (i + 1)
              + tab(consumer)
              + tab(provider(consumer, n))
              + tab(version(consumer, number))
              + tab(content(consumer, n, (number - 1) / VERSIONS_OF_CONTENT + 1))
              + tab(1)
              + tab("t")
              + times(1);
        });
    int verifications = pairs * CONTENTS * VERIFICATIONS_OF_CONTENT;
    copy(
        "verifications (id, content_id, number, provider_version_id, success, verified_at, created_at)",
        verifications,
        i ->
            (i + 1)
                + tab(contentOf(i))
                + tab(i + 1)
                + tab(verifierOf(i))
                + tab(success(i))
                + times(2));
    copy(
        "latest_verifications (content_id, provider_version_id, verification_id, success)",
        verifications,
        i -> contentOf(i) + tab(verifierOf(i)) + tab(i + 1) + tab(success(i)));
  }

  private static long contentOf(int verification) {
    return verification / VERIFICATIONS_OF_CONTENT + 1L;
  }

  /// The versions of the provider around the time of the content.
  private static long verifierOf(int verification) {
    int content = verification / VERIFICATIONS_OF_CONTENT;
    int pair = content / CONTENTS;
    int first = content % CONTENTS * VERSIONS_OF_CONTENT;
    int number = (first + verification % VERIFICATIONS_OF_CONTENT) % VERSIONS + 1;
    return version(provider(pair / PROVIDERS + 1, pair % PROVIDERS + 1), number);
  }

  private static String success(int verification) {
    return verification % FAILS_EVERY == 0 ? "f" : "t";
  }

  private void deployments() throws SQLException {
    int environments = ENVIRONMENTS.size();
    copy(
        "environments (id, uuid, name, production, created_at, updated_at)",
        environments,
        i ->
            (i + 1)
                + tab("environment-" + i)
                + tab(ENVIRONMENTS.get(i))
                + tab(i == 0 ? "t" : "f")
                + times(2));
    copy(
        "deployed_versions (id, uuid, system_id, version_id, environment_id, created_at, updated_at)",
        SYSTEMS * environments,
        i -> {
          int system = i / environments + 1;
          int environment = i % environments;
          return (i + 1)
              + tab("deployed-" + i)
              + tab(system)
              + tab(version(system, DEPLOYED.get(environment)))
              + tab(environment + 1)
              + times(2);
        });
    copy(
        "released_versions (id, uuid, system_id, version_id, environment_id, created_at, updated_at)",
        SYSTEMS / 10,
        i ->
            (i + 1)
                + tab("released-" + i)
                + tab(i * 10 + 1)
                + tab(version(i * 10 + 1, 90))
                + tab(1)
                + times(2));
  }

  private void copy(String into, int rows, IntFunction<String> row) throws SQLException {
    CopyIn copy =
        handle
            .getConnection()
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + into + " FROM STDIN");
    StringBuilder block = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      block.append(row.apply(i)).append('\n');
      if (block.length() > FLUSH_BYTES || i + 1 == rows) {
        byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        block.setLength(0);
      }
    }
    copy.endCopy();
  }

  private static String tab(Object value) {
    return "\t" + value;
  }

  private static String times(int count) {
    return ("\t" + TIME).repeat(count);
  }
}
