package dev.concordat.registry.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class BackupTest {
  @TempDir private Path folder;

  private static void fill(Database database) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO systems (name, created_at, updated_at) VALUES ('or''ders	é', now(), now());
                INSERT INTO versions (system_id, number, created_at, updated_at)
                  SELECT id, '1', now(), now() FROM systems;
                INSERT INTO branches (system_id, name, head_version_id, created_at, updated_at)
                  SELECT system_id, 'main', id, now(), now() FROM versions;
                INSERT INTO contents (provider_id, kind, sha, digest, media_type, bytes, created_at)
                  SELECT id, 'openapi', 'aa', 'bb', 'application/yaml', '\\x00ff0a5c', now() FROM systems;
                """));
  }

  private static List<String> rows(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT systems::text FROM systems UNION ALL SELECT branches::text FROM branches"
                        + " UNION ALL SELECT contents::text FROM contents")
                .mapTo(String.class)
                .list());
  }

  @Test
  void whatWasWrittenIsRestoredWithItsCounters() throws Exception {
    // Given
    Path file = folder.resolve("registry.backup");
    List<String> before;
    try (Database database = TestDatabase.open()) {
      fill(database);
      before = rows(database);
      assertThat(Backup.write(database, file)).isEqualTo(4);
    }

    try (Database other = TestDatabase.open()) {
      // When
      long restored = Backup.restore(other, file);

      // Then
      assertThat(restored).isEqualTo(4);
      assertThat(rows(other)).isEqualTo(before);
      other.write(
          handle ->
              handle.execute(
                  "INSERT INTO systems (name, created_at, updated_at) VALUES ('b', now(), now())"));
    }
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void aRegistryThatHasSomethingInItIsLeftAlone() throws Exception {
    Path file = folder.resolve("registry.backup");
    try (Database database = TestDatabase.open()) {
      fill(database);
      Backup.write(database, file);
      assertThatThrownBy(() -> Backup.restore(database, file))
          .isInstanceOf(BackupFailure.class)
          .hasMessageContaining("not empty");
      assertThat(rows(database)).hasSize(3);
    }
  }

  @Test
  void halfABackupAndAnythingElseAreRefused() throws Exception {
    Path file = folder.resolve("registry.backup");
    Path half = folder.resolve("half");
    Path other = Files.writeString(folder.resolve("other"), "SELECT 1;");
    try (Database database = TestDatabase.open()) {
      Backup.write(database, file);
      byte[] whole = Files.readAllBytes(file);
      Files.write(half, Arrays.copyOf(whole, whole.length / 2));
      assertThatThrownBy(() -> Backup.restore(database, half))
          .isInstanceOf(BackupFailure.class)
          .hasMessageContaining("cannot be read");
      assertThatThrownBy(() -> Backup.restore(database, other)).isInstanceOf(BackupFailure.class);
    }
  }
}
