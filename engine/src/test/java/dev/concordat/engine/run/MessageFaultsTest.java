package dev.concordat.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.engine.plan.PlanOptions;
import dev.concordat.engine.plan.Planner;
import dev.concordat.engine.plan.RunPlan;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.finding.Proof;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.profile.Reading;
import dev.concordat.model.profile.Trait;
import dev.concordat.model.run.RunReport;
import dev.concordat.model.run.Trouble;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Flows of the example shop that disturb its links to Kafka.
@Tag("slow")
@Order(1)
class MessageFaultsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("concordat.root")).resolve("examples/shop").toAbsolutePath();

  @TempDir static Path folder;
  private static Setup shop;
  private static Environment environment;

  @BeforeAll
  static void start() throws Exception {
    shop = SetupReader.detect(ROOT.normalize());
    environment = Shop.start(shop, folder.resolve("home"), 1);
  }

  @AfterAll
  static void stop() {
    if (environment != null) {
      environment.close();
    }
  }

  @Test
  void anEventThatComesTwiceIsMailedAboutOnce() throws Exception {
    // When
    RunReport report =
        run(
            """
            flow: an event that comes twice is mailed about once
            faults:
              - {on: orders -> kafka.orders.confirmed, fault: duplicate-message, times: 1}
            steps:
              - id: place
                call: orders.placeOrder
                with:
                  customer: {name: Grace, email: ~new email}
                  lines: [{sku: MUG-001, quantity: 1}]
                  payment: {cardToken: tok_visa4242}
                expect: {status: 201}
              - id: first
                receive: events.orderConfirmed
                where: {orderId: $place.body.id}
              - receive: events.orderConfirmed
                where: {orderId: $place.body.id}
                expect: {payload: {eventId: $first.payload.eventId}}
              - call: notifications.listMails
                with: {orderId: $place.body.id}
                within: 5s
                expect: {body: {items: ~length 1}}
            """);

    // Then
    assertThat(told(report)).isEmpty();
    assertThat(report.cases().getFirst().steps())
        .anyMatch(step -> step.detail().equals("disturbed 1 of 1"));
  }

  @Test
  void aMessageThatNobodyCanReadDoesNotHoldUpTheNext() throws Exception {
    // When
    RunReport report =
        run(
            """
            flow: a message that nobody can read is passed over
            faults:
              - {on: notifications -> kafka.orders.confirmed, fault: poison-message, times: 1}
            steps:
              - id: spoilt
                call: orders.placeOrder
                with: &order
                  customer: {name: Grace, email: ~new email}
                  lines: [{sku: MUG-001, quantity: 1}]
                  payment: {cardToken: tok_visa4242}
                expect: {status: 201}
              - receive: events.orderConfirmed
                where: {orderId: $spoilt.body.id}
              - id: next
                call: orders.placeOrder
                with: *order
                expect: {status: 201}
              - call: notifications.listMails
                with: {orderId: $next.body.id}
                within: 5s
                expect: {body: {items: ~length 1}}
              - call: notifications.listMails
                with: {orderId: $spoilt.body.id}
                expect: {body: {items: ~length 0}}
            """);

    // Then
    assertThat(told(report)).isEmpty();
    assertThat(report.cases().getFirst().steps())
        .anyMatch(step -> step.detail().startsWith("disturbed 1 of "));
  }

  @Test
  void aHealthySubscriberHandlesWhatIsBehindMessagesThatAreSpoilt() {
    // Given
    RunPlan plan =
        Planner.plan(
            shop,
            PlanOptions.all(1)
                .withProofs(Set.of(Proof.RESILIENCE))
                .withCases(Set.of("poison:notifications/orders.confirmed")));

    // When
    RunReport report = Engine.run(environment, plan, _ -> {});

    // Then
    assertThat(told(report)).isEmpty();
    assertThat(report.cases().getFirst().steps())
        .extracting(step -> step.name().replaceFirst(".* after", "after") + " " + step.outcome())
        .containsExactly(
            "after a message that is not JSON HELD",
            "after a message without a value HELD",
            "after a message of 1048577 bytes HELD");
  }

  @Test
  void aSubscriberThatStopsAtWhatItCannotReadIsFound() throws Exception {
    // Given
    environment.restart("notifications", Map.of("SHOP_FAULTS", "notifications-poison-stops"));
    RunPlan plan =
        Planner.plan(
            shop,
            PlanOptions.all(1)
                .withProofs(Set.of(Proof.RESILIENCE))
                .withCases(Set.of("poison:notifications/orders.confirmed")));

    // When
    RunReport report = Engine.run(environment, plan, _ -> {});
    environment.restart("notifications", Map.of("SHOP_FAULTS", ""));

    // Then
    assertThat(told(report))
        .singleElement()
        .asString()
        .startsWith(
            "after a message on orders.confirmed that is not JSON, notifications handles no more");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aHealthySubscriberDoesItsWorkOnceForAMessageThatComesTwice(long seed) {
    // When
    RunReport report = Engine.run(environment, messages(seed), _ -> {});

    // Then
    assertThat(told(report)).isEmpty();
    assertThat(report.notes()).noneMatch(it -> it.startsWith("flaky"));
    assertThat(report.measures().profiles())
        .filteredOn(profile -> profile.operation().equals("kafka.orders.confirmed"))
        .singleElement()
        .satisfies(
            profile -> {
              assertThat(profile.cause()).isEqualTo("orders.placeOrder");
              assertThat(profile.reading(Trait.DUPLICATES))
                  .contains(new Reading.Word("carried out once"));
              assertThat(profile.reading(Trait.ORDER))
                  .contains(new Reading.Word("the same afterwards"));
            });
  }

  @Test
  void aSubscriberThatTellsMessagesApartByTheirOffsetIsFound() throws Exception {
    // Given
    environment.restart("notifications", Map.of("SHOP_FAULTS", "notifications-dedup-by-offset"));

    // When
    RunReport report = Engine.run(environment, messages(1), _ -> {});
    environment.restart("notifications", Map.of("SHOP_FAULTS", ""));

    // Then
    assertThat(report.troubles()).isEmpty();
    assertThat(report.incidents())
        .extracting(it -> it.main().rule().id() + " " + it.owner().team())
        .containsOnly("resilience/message-processed-twice team-notify");
    assertThat(told(report))
        .anyMatch(
            it ->
                it.startsWith(
                    "a message of kafka.orders.confirmed came twice with one id (/eventId), and"
                        + " what notifications does with it was carried out twice: answers of"
                        + " notifications.listMails "));
  }

  @Test
  void aClientThatSpeaksTlsWithTheBrokerIsNotedWithWhatToDo() throws Exception {
    // Given
    int port =
        environment
            .brokerLink(new LinkName("notifications", "kafka"))
            .orElseThrow()
            .address()
            .getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(new byte[] {0x16, 0x03, 0x01, 0x02, 0x00});
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    // When
    RunReport report = Engine.run(environment, nothing(), _ -> {});

    // Then
    assertThat(report.notes())
        .anyMatch(
            it ->
                it.startsWith("notifications → kafka: ")
                    && it.contains("cut off, because notifications speaks TLS there")
                    && it.contains("Let it connect without: security.protocol PLAINTEXT"));
  }

  private static RunPlan nothing() {
    return Planner.plan(shop, PlanOptions.all(1).withCases(Set.of("none")));
  }

  private static RunPlan messages(long seed) {
    return Planner.plan(
        shop,
        PlanOptions.all(seed)
            .withProofs(Set.of(Proof.RESILIENCE))
            .withCases(
                Set.of(
                    "messages:notifications/orders.confirmed",
                    "messages:notifications/orders.cancelled")));
  }

  private static List<String> told(RunReport report) {
    return Stream.concat(
            report.incidents().stream().map(it -> it.main().message()),
            report.troubles().stream().map(Trouble::message))
        .toList();
  }

  private static RunReport run(String text) throws Exception {
    Path flow = Files.writeString(folder.resolve("kafka.flow.yaml"), text);
    Setup setup =
        new Setup(
            ROOT.normalize(), shop.systems(), shop.parts(), List.of(flow), List.of(), List.of());
    RunPlan plan = Planner.plan(setup, PlanOptions.all(1).withProofs(Set.of(Proof.FLOWS)));
    assertThat(plan.problems()).isEmpty();
    return Engine.run(environment, plan, _ -> {});
  }
}
