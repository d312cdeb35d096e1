package dev.concordat.registry.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.registry.Scene;
import dev.concordat.registry.TestDatabase;
import dev.concordat.registry.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The registry's answers against those of a slow reference on random histories, in both dialects. Each history happens in a
/// transaction that is taken back. `-Dconcordat.history.seed=N` plays another row of histories.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryTest {
  private static final long SEED = Long.getLong("concordat.history.seed", 20261129);
  private static final int USUAL = 300;
  private static final int MANY = 10_000;
  private static final int SHOWN_EVERY = 500;

  private Database database;

  @BeforeAll
  void open() throws Exception {
    database = TestDatabase.open();
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  @Tag("slow")
  void theRegistryAgreesWithTheReferenceOnRandomHistories() {
    agree(USUAL);
  }

  @Test
  @Tag("soak")
  void theRegistryAgreesWithTheReferenceOnVeryManyRandomHistories() {
    agree(MANY);
  }

  private void agree(int histories) {
    int questions = 0;
    for (int i = 0; i < histories; i++) {
      RandomHistory random = new RandomHistory(SEED + i);
      List<Event> events = random.events();
      List<Question> asked = new RandomQuestions(random).questions();
      Optional<Question> wrong = disagreement(events, asked);
      if (wrong.isPresent()) {
        List<Event> smallest = smallest(events, wrong.get());
        assertThat(answer(smallest, wrong.get()))
            .as("seed %d, question %s after %s", SEED + i, wrong.get(), smallest)
            .isEqualTo(wrong.get().expected(new Ledger(smallest)));
      }
      questions += asked.size();
      if ((i + 1) % SHOWN_EVERY == 0 || i + 1 == histories) {
        System.out.println(
            (i + 1) + " histories from seed " + SEED + ", " + questions + " questions: agreed");
      }
    }
  }

  private Optional<Question> disagreement(List<Event> events, List<Question> asked) {
    Ledger ledger = new Ledger(events);
    return database.write(
        handle -> {
          play(handle, events);
          Optional<Question> wrong =
              asked.stream()
                  .filter(question -> !question.asked(handle).equals(question.expected(ledger)))
                  .findFirst();
          handle.rollback();
          return wrong;
        });
  }

  /// Leaves out every event that the disagreement does not need.
  private List<Event> smallest(List<Event> events, Question question) {
    List<Event> smallest = new ArrayList<>(events);
    boolean isSmaller = true;
    while (isSmaller) {
      isSmaller = false;
      for (int i = smallest.size() - 1; i >= 0; i--) {
        List<Event> fewer = new ArrayList<>(smallest);
        fewer.remove(i);
        if (disagreement(fewer, List.of(question)).isPresent()) {
          smallest = fewer;
          isSmaller = true;
        }
      }
    }
    return smallest;
  }

  private String answer(List<Event> events, Question question) {
    return database.write(
        handle -> {
          play(handle, events);
          String answer = question.asked(handle);
          handle.rollback();
          return answer;
        });
  }

  private static void play(Handle handle, List<Event> events) {
    Scene scene = new Scene(handle);
    RandomHistory.ENVIRONMENTS.forEach(scene::environment);
    RandomHistory.SYSTEMS.forEach(scene::system);
    events.forEach(event -> event.play(scene));
  }
}
