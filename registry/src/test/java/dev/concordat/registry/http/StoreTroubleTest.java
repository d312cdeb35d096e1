package dev.concordat.registry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StoreTroubleTest {
  private static int status(String state) {
    var inside = new IllegalStateException(new SQLException("could not extend file", state));
    return StoreTrouble.answer(inside).map(Answer::status).orElse(500);
  }

  @Test
  void aFullDiskAndADatabaseThatIsAwayAreToldApartFromMistakes() {
    assertThat(status("53100")).isEqualTo(507);
    assertThat(status("57P01")).isEqualTo(503);
    assertThat(status("08006")).isEqualTo(503);
    assertThat(status("23505")).isEqualTo(500);
  }
}
