package dev.concordat.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.cases.CaseGenerator;
import dev.concordat.cases.ContractCase;
import dev.concordat.cases.Expectation;
import dev.concordat.engine.book.ContractBook;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.reader.SetupReader;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.exchange.RowChange;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.FlowRules;
import dev.concordat.model.finding.Side;
import dev.concordat.model.link.LinkName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Judges made-up exchanges by the contracts of the example shop.
class JudgeTest {
  private static final Setup SHOP =
      SetupReader.detect(
          Path.of(System.getProperty("concordat.root", ".."), "examples/shop")
              .toAbsolutePath()
              .normalize());
  private static final ContractBook BOOK = ContractBook.read(SHOP);
  private static final Judge JUDGE = new Judge(BOOK, SHOP);

  private static final LinkName OURS = new LinkName("concordat", "payments");
  private static final LinkName THEIRS = new LinkName("orders", "payments");
  private static final CaseView FLOW = new CaseView("flow", Optional.empty());
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String PROBLEM =
      "{\"type\": \"about:blank\", \"title\": \"x\", \"status\": 400}";

  @Nested
  class ContractCases {
    @Test
    void anExampleThatIsRefusedIsFound() {
      // Given
      ContractCase example = contractCase(Expectation.ACCEPTED);

      // When
      List<Finding> findings = judge(example, 400, PROBLEM);

      // Then
      assertThat(findings).extracting(Finding::rule).containsExactly(ConformRules.VALID_REFUSED);
    }

    @Test
    void aBadRequestThatIsAcceptedIsFoundAndItsAnswerIsNotJudged() {
      // Given
      ContractCase broken = contractCase(Expectation.REJECTED);

      // When
      List<Finding> findings = judge(broken, 201, "{}");

      // Then
      assertThat(findings).extracting(Finding::rule).containsExactly(ConformRules.INVALID_ACCEPTED);
    }

    @Test
    void aBadRequestThatIsRefusedAsDocumentedIsFine() {
      assertThat(judge(contractCase(Expectation.REJECTED), 400, PROBLEM)).isEmpty();
    }

    @Test
    void aFallThatIsNotDocumentedIsAServerErrorAndNothingElse() {
      // When
      List<Finding> findings = judge(contractCase(Expectation.REJECTED), 500, "oops");

      // Then
      assertThat(findings).extracting(Finding::rule).containsExactly(ConformRules.SERVER_ERROR);
    }

    private List<Finding> judge(ContractCase tried, int status, String body) {
      String type = status < 300 ? "application/json" : "application/problem+json";
      Exchange exchange = exchange(OURS, tried.request(), status, type, body);
      return JUDGE.judge(List.of(exchange), new CaseView(tried.id(), Optional.of(tried)));
    }
  }

  @Nested
  class OtherSystems {
    @Test
    void aConsumerThatBreaksTheProvidersContractIsGuilty() {
      // When
      List<Finding> findings =
          JUDGE.judge(List.of(exchange(THEIRS, charge("{}"), 400, "text/html", "no")), FLOW);

      // Then
      assertThat(findings)
          .isNotEmpty()
          .allSatisfy(
              finding -> {
                assertThat(finding.rule()).isEqualTo(ConformRules.REQUEST_NOT_ALLOWED);
                assertThat(finding.system()).isEqualTo("orders");
                assertThat(finding.side()).isEqualTo(Side.CONSUMER);
              });
    }

    @Test
    void aBadRequestBehindConcordatsOwnBadRequestBlamesNobody() {
      // Given
      ContractCase broken = contractCase(Expectation.REJECTED);
      var in = new CaseView(broken.id(), Optional.of(broken));

      // When
      List<Finding> findings =
          JUDGE.judge(
              List.of(exchange(THEIRS, charge("{}"), 400, "application/problem+json", PROBLEM)),
              in);

      // Then
      assertThat(findings).isEmpty();
    }

    @Test
    void aProviderThatHangsUpIsGuiltyAndAConsumerThatDoesIsNot() {
      assertThat(JUDGE.judge(List.of(silent("closed before the response ended")), FLOW))
          .extracting(Finding::rule)
          .containsExactly(ConformRules.NO_ANSWER);
      assertThat(
              JUDGE.judge(
                  List.of(silent("the consumer reset the connection before the response ended")),
                  FLOW))
          .isEmpty();
    }

    private HttpExchange silent(String failure) {
      var request = new HttpRequestMessage("GET", "/charges", List.of(), Bytes.EMPTY);
      return new HttpExchange(
          "x1",
          THEIRS,
          NOW,
          Duration.ofMillis(9),
          Optional.empty(),
          request,
          Optional.empty(),
          Optional.of(failure));
    }
  }

  @Nested
  class Events {
    private static final String ORDER = "7d2f9f5e-52a4-4a7e-9d0b-6f0f6a5b1c11";

    @Test
    void anEventBeforeItsCommitIsFound() {
      // When
      List<Finding> findings = judge(100, 400, "orders");

      // Then
      assertThat(findings)
          .filteredOn(finding -> finding.rule().equals(FlowRules.EVENT_BEFORE_COMMIT))
          .singleElement()
          .satisfies(finding -> assertThat(finding.system()).isEqualTo("orders"));
    }

    @Test
    void anEventAfterItsCommitIsFine() {
      assertThat(judge(400, 100, "orders")).isEmpty();
    }

    @Test
    void aLaterRequestThatChangesTheRowIsFine() {
      assertThat(judge(100, 900, "orders")).isEmpty();
    }

    @Test
    void anOutboxIsRightlyWrittenAfterTheEvent() {
      assertThat(judge(100, 400, "order_outbox")).isEmpty();
    }

    @Test
    void aMessageThatConcordatPublishedBlamesNobody() {
      // Given
      MessageDelivery own = message(0, "{}", List.of(new Header(Judge.OWN_MESSAGE, "true")));

      // Then
      assertThat(JUDGE.judge(List.of(own), FLOW)).isEmpty();
    }

    @Test
    void aMessageThatLacksAFieldIsItsPublishersFault() {
      // When
      List<Finding> findings = JUDGE.judge(List.of(message(0, "{}", List.of())), FLOW);

      // Then
      assertThat(findings)
          .isNotEmpty()
          .allSatisfy(finding -> assertThat(finding.side()).isEqualTo(Side.PUBLISHER));
    }

    private List<Finding> judge(long messageMillis, long commitMillis, String table) {
      var request = new HttpRequestMessage("POST", "/unknown", List.of(), Bytes.EMPTY);
      var exchange =
          new HttpExchange(
              "x1",
              new LinkName("other", "orders"),
              NOW,
              Duration.ofMillis(500),
              Optional.empty(),
              request,
              Optional.empty(),
              Optional.of("the link was closed"));
      var row =
          new RowChange(
              "x2",
              "orders-db",
              table,
              RowChange.Kind.UPDATE,
              NOW.plusMillis(commitMillis),
              Map.of("id", Optional.of(ORDER)));
      return JUDGE
          .judge(List.of(exchange, message(messageMillis, "{}", List.of()), row), FLOW)
          .stream()
          .filter(finding -> finding.rule().equals(FlowRules.EVENT_BEFORE_COMMIT))
          .toList();
    }

    private MessageDelivery message(long millis, String body, List<Header> headers) {
      return new MessageDelivery(
          "x3",
          "kafka",
          "orders.confirmed",
          0,
          1,
          NOW.plusMillis(millis),
          NOW,
          Optional.empty(),
          Optional.of(Bytes.utf8(ORDER)),
          Optional.of(Bytes.utf8(body)),
          headers);
    }
  }

  private static ContractCase contractCase(Expectation expectation) {
    ContractBook.Provided payments =
        BOOK.provided().stream()
            .filter(it -> it.system().equals("payments"))
            .findFirst()
            .orElseThrow();
    return new CaseGenerator(1)
        .cases("payments", payments.contract()).stream()
            .filter(it -> it.operation().id().equals("createCharge"))
            .filter(it -> it.expectation() == expectation)
            .findFirst()
            .orElseThrow();
  }

  private static HttpRequestMessage charge(String body) {
    return new HttpRequestMessage(
        "POST",
        "/charges",
        List.of(new Header("Content-Type", "application/json")),
        Bytes.utf8(body));
  }

  private static HttpExchange exchange(
      LinkName link, HttpRequestMessage request, int status, String type, String body) {
    var response =
        new HttpResponseMessage(
            status, List.of(new Header("Content-Type", type)), Bytes.utf8(body));
    return new HttpExchange(
        "x1",
        link,
        NOW,
        Duration.ofMillis(5),
        Optional.empty(),
        request,
        Optional.of(response),
        Optional.empty());
  }
}
