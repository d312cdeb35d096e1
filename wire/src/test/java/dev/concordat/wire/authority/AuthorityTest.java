package dev.concordat.wire.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuthorityTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void isMadeOnceAndKept() throws IOException {
    // Given
    Authority first = Authority.at(folder.resolve("authority"), at(NOW));
    // When
    Authority second = Authority.at(folder.resolve("authority"), at(NOW));
    // Then
    assertThat(second.certificate()).isEqualTo(first.certificate());
  }

  @Test
  void onlyItsUserMayReadTheKey() throws IOException {
    // Given
    Path place = folder.resolve("authority");
    // When
    var _ = Authority.at(place, at(NOW));
    // Then
    assertThat(permissions(place)).isEqualTo("rwx------");
    assertThat(permissions(place.resolve("authority.key"))).isEqualTo("rw-------");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void isMadeAnewBeforeItExpires() throws IOException {
    // Given
    Authority first = Authority.at(folder.resolve("authority"), at(NOW));
    // When
    Authority later = Authority.at(folder.resolve("authority"), at(NOW.plus(Duration.ofDays(729))));
    // Then
    assertThat(later.certificate()).isNotEqualTo(first.certificate());
  }

  private static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }
}
