package dev.concordat.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concordat.registry.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class DatabaseTest {
  @Test
  void tablesAreMadeOnceAndKept() throws Exception {
    // Given
    DatabaseAddress address = TestDatabase.address();
    try (Database database = Database.open(address)) {
      database.write(
          handle ->
              handle.execute(
                  "INSERT INTO systems (name, created_at, updated_at) VALUES ('a', now(), now())"));
    }

    // When
    try (Database again = Database.open(address)) {
      // Then
      assertThat(
              again.<Integer>read(
                  handle ->
                      handle.select("SELECT count(*) FROM systems").mapTo(Integer.class).one()))
          .isEqualTo(1);
    }
  }

  @Test
  void aQuestionCannotWrite() throws Exception {
    try (Database database = TestDatabase.open()) {
      assertThatThrownBy(() -> database.read(handle -> handle.execute("DELETE FROM systems")))
          .hasMessageContaining("read-only");
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsNamedWithoutItsPassword() {
    // Given
    var address =
        new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/x?password=hidden", "u", "hidden", 1);

    // Then
    assertThatThrownBy(() -> Database.open(address))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("127.0.0.1:1/x")
        .hasMessageNotContaining("hidden");
  }
}
