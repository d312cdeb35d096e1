package dev.concordat.engine.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.profile.Measurement;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Sureness;
import dev.concordat.wire.fault.Disturbances;
import dev.concordat.wire.fault.DuplicateMessage;
import dev.concordat.wire.fault.PlacedFault;
import dev.concordat.wire.fault.ReorderMessages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Small subscribers of a topic whose links obey the rules that are on them.
class MessageExperimentsTest {
  private static final String TOPIC = "orders";

  @Test
  void aSubscriberThatKnowsAMessageAgainDoesItsWorkOnce() {
    assertThat(twice(new Topic(Subscriber::insertOnce)).reading())
        .isEqualTo(new Reading.Word("carried out once"));
  }

  @Test
  void oneMoreRowIsWorkThatWasDoneTwice() {
    // When
    Measurement measured = twice(new Topic(Subscriber::insert));

    // Then
    assertThat(measured.reading()).isEqualTo(new Reading.Word("carried out twice: rows of mails"));
    assertThat(measured.sureness()).isEqualTo(Sureness.SURE);
  }

  @Test
  void aNumberThatChangesOnceMoreIsWorkThatWasDoneTwice() {
    assertThat(twice(new Topic(Subscriber::add)).reading())
        .isEqualTo(new Reading.Word("carried out twice: rows of stock left"));
  }

  @Test
  void aNumberThatTellsOfDeliveriesIsNoWork() {
    assertThat(twice(new Topic(Subscriber::countDeliveries)).reading())
        .isEqualTo(new Reading.Word("carried out once"));
  }

  @Test
  void nothingIsSaidWhereNothingCanBeSeen() {
    assertThat(twice(new Topic((_, _) -> {})).reading())
        .isEqualTo(new Reading.Unknown("nothing that the subscriber does with it can be seen"));
  }

  @Test
  void whatOneTryShowsAndTheNextDoesNotIsNotTold() {
    // Given
    var hiccups = new ArrayDeque<>(List.of(true));
    var topic =
        new Topic(
            (subscriber, message) -> {
              boolean isKnown = !subscriber.seen.add(message.id());
              if (!isKnown || hiccups.poll() != null) {
                subscriber.insert(message);
              }
            });

    // When
    Measurement measured = twice(topic);

    // Then
    assertThat(measured.reading())
        .isEqualTo(new Reading.Unknown("two tries showed something else each time"));
  }

  @Test
  void theLastOneWinsWhereAValueIsReplaced() {
    assertThat(order(new Topic(Subscriber::replace)).reading())
        .isEqualTo(new Reading.Word("differs: rows of stock left"));
  }

  @Test
  void sumsAreTheSameInEveryOrder() {
    assertThat(order(new Topic(Subscriber::add)).reading())
        .isEqualTo(new Reading.Word("the same afterwards"));
  }

  @Test
  void noFaultIsLeftOnALink() {
    // Given
    var topic = new Topic(Subscriber::replace);

    // When
    var _ = twice(topic);
    var _ = order(topic);

    // Then
    assertThat(topic.link.placed()).isEmpty();
  }

  private static Measurement twice(Topic topic) {
    try {
      return MessageTwice.measure(topic, topic.link, TOPIC);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Measurement order(Topic topic) {
    try {
      return MessageOrder.measure(topic, topic.link, TOPIC);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private record Message(String id, int amount) {}

  /// What a subscriber has stored.
  private static final class Subscriber {
    private final Set<String> seen = new HashSet<>();
    private final List<Pair.Left> rows = new ArrayList<>();
    private int left = 10;
    private int deliveries;

    void insert(Message message) {
      rows.add(
          new Pair.Left(
              "rows of mails",
              Map.of("id", UUID.randomUUID().toString(), "amount", "" + message.amount())));
    }

    void insertOnce(Message message) {
      if (seen.add(message.id())) {
        insert(message);
      }
    }

    void add(Message message) {
      left -= message.amount();
      stock();
    }

    void replace(Message message) {
      left = message.amount();
      stock();
    }

    private void stock() {
      rows.clear();
      rows.add(new Pair.Left("rows of stock", Map.of("left", "" + left)));
    }

    void countDeliveries(Message message) {
      rows.clear();
      deliveries++;
      rows.add(
          new Pair.Left(
              "rows of inbox",
              Map.of("amount", "" + message.amount(), "delivery_count", "" + deliveries)));
    }
  }

  /// A topic with one partition.
  private static final class Topic implements Pair {
    private final Disturbances link = new Disturbances(1);
    private final BiConsumer<Subscriber, Message> handler;
    private final Deque<Message> kept = new ArrayDeque<>();
    private Subscriber subscriber = new Subscriber();

    Topic(BiConsumer<Subscriber, Message> handler) {
      link.hasMessagesOfKafka();
      this.handler = handler;
    }

    @Override
    public void begin() {
      subscriber = new Subscriber();
    }

    @Override
    public void call(Which which) {
      var message = new Message(UUID.randomUUID().toString(), which == Which.FIRST ? 3 : 5);
      boolean isTwice = isChosen(it -> it.rule().fault() instanceof DuplicateMessage);
      boolean isKept = isChosen(it -> it.rule().fault() instanceof ReorderMessages);
      if (isKept) {
        kept.add(message);
        return;
      }
      Stream.concat(Stream.of(message), kept.stream())
          .forEach(it -> handler.accept(subscriber, it));
      kept.clear();
      if (isTwice) {
        handler.accept(subscriber, message);
      }
    }

    private boolean isChosen(Predicate<PlacedFault> kind) {
      return link.placed().stream()
          .filter(kind)
          .flatMap(it -> it.next().stream())
          .findFirst()
          .isPresent();
    }

    @Override
    public List<Left> end() {
      return List.copyOf(subscriber.rows);
    }
  }
}
