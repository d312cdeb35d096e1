package dev.concordat.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.wire.capture.EventLoops;
import dev.concordat.wire.fault.Delay;
import dev.concordat.wire.fault.Direction;
import dev.concordat.wire.fault.FaultRule;
import dev.concordat.wire.fault.Garbage;
import dev.concordat.wire.fault.Latency;
import dev.concordat.wire.fault.Requests;
import dev.concordat.wire.fault.Slice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Generated conversations pass unchanged, and the link tells exactly what was said.
/// A failure prints its seed: `-Dlink.seed=N` plays that conversation alone.
class HttpLinkConversationsTest {
  private static final int WORKERS = 6;
  private static final int CONVERSATIONS = 1_200;

  @Test
  void relaysEveryConversationUnchangedAndTellsItsExchangesOnNativeLoops() throws Exception {
    try (EventLoops loops = EventLoops.open(2)) {
      play(loops, CONVERSATIONS, List.of());
    }
  }

  @Test
  void relaysEveryConversationUnchangedAndTellsItsExchangesOnPortableLoops() throws Exception {
    try (EventLoops loops = EventLoops.portable(2)) {
      play(loops, CONVERSATIONS / 2, List.of());
    }
  }

  @Test
  void relaysEveryConversationUnchangedWhileAFaultIsOnThatIsMeantForOthers() throws Exception {
    var rule = FaultRule.of(new Garbage()).on(Requests.of("GET /nobody"));
    try (EventLoops loops = EventLoops.open(2)) {
      play(loops, CONVERSATIONS / 2, List.of(rule));
    }
  }

  @Test
  @Tag("soak")
  void relaysTenThousandConversationsUnchanged() throws Exception {
    try (EventLoops loops = EventLoops.open(2)) {
      play(loops, 10_000, List.of());
    }
  }

  @Test
  void slicesAndDelaysEveryConversationWithoutChangingItsBytes() throws Exception {
    var slice = FaultRule.of(new Slice(400, 399, Duration.ZERO));
    var latency = FaultRule.of(new Latency(new Delay.Uniform(Duration.ZERO, Duration.ofMillis(1))));
    List<FaultRule> rules =
        List.of(slice, slice.towards(Direction.TO_PROVIDER), latency.on(Requests.ALL));
    try (EventLoops loops = EventLoops.open(2)) {
      play(loops, CONVERSATIONS / 4, rules);
    }
  }

  private static void play(EventLoops loops, int count, List<FaultRule> rules) throws Exception {
    Long only = Long.getLong("link.seed");
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Map<String, Integer>>> results = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        long first = only != null ? only : worker;
        long last = only != null ? only + 1 : count;
        results.add(workers.submit(worker(loops, first, last, rules)));
      }
      Map<String, Integer> kinds = new TreeMap<>();
      for (Future<Map<String, Integer>> result : results) {
        result.get().forEach((kind, number) -> kinds.merge(kind, number, Integer::sum));
      }
      assertThat(kinds).hasSize(only == null ? 8 : 1);
    }
  }

  private static Callable<Map<String, Integer>> worker(
      EventLoops loops, long first, long end, List<FaultRule> rules) {
    return () -> {
      Map<String, Integer> kinds = new TreeMap<>();
      try (Stage stage = new Stage(loops)) {
        rules.forEach(stage.link.disturbances()::add);
        for (long seed = first; seed < end; seed += WORKERS) {
          Conversation conversation = Conversations.of(seed);
          long opaqueBefore = stage.link.counts().opaque();
          stage.seen.clear();

          Actors.play(stage, conversation);

          String label = Actors.describe(conversation);
          if (!conversation.kind().equals("HTTP/2")) { // its heads are chance: nobody can read them
            assertThat(told(stage)).as(label).isEqualTo(conversation.exchanges());
            assertThat(stage.link.counts().opaque() - opaqueBefore)
                .as(label)
                .isEqualTo(conversation.isOpaque() ? 1 : 0);
          }
          kinds.merge(conversation.kind(), 1, Integer::sum);
        }
        assertThat(stage.link.counts().dropped()).isZero();
      }
      return kinds;
    };
  }

  private static List<Conversation.Said> told(Stage stage) {
    return stage.exchanges().stream()
        .peek(exchange -> assertThat(exchange.failure()).isEmpty())
        .map(HttpLinkConversationsTest::said)
        .collect(Collectors.toList());
  }

  private static Conversation.Said said(HttpExchange exchange) {
    return new Conversation.Said(exchange.request(), exchange.response().orElseThrow());
  }
}
