package dev.concordat.engine.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.finding.ConformHttpRules;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.FidelityTextRules;
import dev.concordat.model.finding.Finding;
import dev.concordat.model.finding.FlowRules;
import dev.concordat.model.finding.Incident;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.finding.Side;
import dev.concordat.model.link.LinkName;
import dev.concordat.model.owner.Owner;
import dev.concordat.model.place.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private static final LinkName OURS = new LinkName("concordat", "orders");
  private static final LinkName INNER = new LinkName("orders", "payments");

  @Test
  void theDeeperHopIsTheCauseAndTheNearerItsSymptom() {
    // When
    List<Incident> incidents =
        incidents(
            evidence(
                "c1",
                http(ConformRules.SERVER_ERROR, "orders", OURS),
                http(ConformRules.WRONG_TYPE, "payments", INNER)));

    // Then
    assertThat(incidents)
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.main().rule()).isEqualTo(ConformRules.WRONG_TYPE);
              assertThat(incident.owner().team()).isEqualTo("team-payments");
              assertThat(incident.symptoms())
                  .extracting(Finding::rule)
                  .containsExactly(ConformRules.SERVER_ERROR);
            });
  }

  @Test
  void aValueThatAFlowMissesAndThatWasFollowedIsOneIncident() {
    // Given
    String table = "orders-db.orders";
    Finding byFlow =
        finding(FlowRules.ROW_MISMATCH, "orders", Side.KEEPER, Optional.empty(), table);
    Finding followed =
        finding(FidelityTextRules.TRIMMED, "orders", Side.KEEPER, Optional.empty(), table);

    // When
    List<Incident> incidents = incidents(evidence("c1", byFlow), evidence("c2", followed));

    // Then
    assertThat(incidents).hasSize(1);
    assertThat(incidents.getFirst().findings()).containsExactlyInAnyOrder(byFlow, followed);
  }

  @Test
  void aFlowThatMissesAValueOfABodyShowsItBeforeTheValueThatWasFollowed() {
    // Given
    Finding byFlow = at("/body/a", journey(FlowRules.UNEXPECTED_VALUE, "orders"));
    Finding followed = at("/a", journey(FidelityTextRules.TRIMMED, "orders"));
    Finding elsewhere = at("/body/b", journey(FlowRules.UNEXPECTED_VALUE, "orders"));

    // When
    List<Incident> incidents =
        incidents(evidence("c1", followed), evidence("c2", byFlow), evidence("c3", elsewhere));

    // Then
    assertThat(incidents).extracting(Incident::main).containsExactlyInAnyOrder(byFlow, elsewhere);
    assertThat(incidents)
        .filteredOn(it -> it.main().equals(byFlow))
        .flatExtracting(Incident::findings)
        .containsExactly(byFlow, followed);
  }

  @Test
  void whatASystemTakesThatItShouldRefuseIsItsOwnDoing() {
    // When
    List<Incident> incidents =
        incidents(
            evidence(
                "c1",
                http(ConformHttpRules.UNDOCUMENTED_METHOD, "orders", OURS),
                http(ConformRules.WRONG_TYPE, "payments", INNER)));

    // Then
    assertThat(incidents)
        .extracting(it -> it.main().system())
        .containsExactlyInAnyOrder("orders", "payments");
  }

  @Test
  void aSystemThatFailsOverManyRequestsOfOneOperationIsOneIncident() {
    // Given
    Finding plain = at("status", http(ConformRules.SERVER_ERROR, "orders", OURS));
    Finding ofName = at("body:/name", http(ConformRules.SERVER_ERROR, "orders", OURS));
    Finding elsewhere = at("body", withOperation(plain, "orders.other"));

    // When
    List<Incident> incidents = incidents(evidence("c1", plain), evidence("c2", ofName, elsewhere));

    // Then
    assertThat(incidents).hasSize(2);
    assertThat(incidents)
        .extracting(Incident::id)
        .containsAll(incidents(evidence("c1", plain)).stream().map(Incident::id).toList())
        .containsAll(incidents(evidence("c2", ofName)).stream().map(Incident::id).toList());
  }

  @Test
  void whatIsAlsoFoundWithoutADeeperFindingIsACauseOfItsOwn() {
    // When
    List<Incident> incidents =
        incidents(
            evidence(
                "c1",
                http(ConformRules.SERVER_ERROR, "orders", OURS),
                http(ConformRules.WRONG_TYPE, "payments", INNER)),
            evidence("c2", http(ConformRules.SERVER_ERROR, "orders", OURS)));

    // Then
    assertThat(incidents)
        .extracting(incident -> incident.main().rule())
        .containsExactlyInAnyOrder(ConformRules.SERVER_ERROR, ConformRules.WRONG_TYPE);
  }

  @Test
  void aBadRequestOfAConsumerExplainsItsOwnBadAnswer() {
    // When
    List<Incident> incidents =
        incidents(
            evidence(
                "c1",
                http(ConformRules.SERVER_ERROR, "orders", OURS),
                http(ConformRules.REQUEST_NOT_ALLOWED, "orders", INNER)));

    // Then
    assertThat(incidents)
        .extracting(incident -> incident.main().rule())
        .containsExactly(ConformRules.REQUEST_NOT_ALLOWED);
  }

  @Test
  void aBrokenStepOfAFlowIsExplainedByABrokenContractBehindIt() {
    // When
    List<Incident> incidents =
        incidents(
            evidence(
                "f1",
                journey(FlowRules.UNEXPECTED_VALUE, "notifications"),
                message(ConformRules.MISSING_FIELD, "orders")));

    // Then
    assertThat(incidents)
        .extracting(incident -> incident.main().rule())
        .containsExactly(ConformRules.MISSING_FIELD);
  }

  @Test
  void aBadMessageDoesNotExplainABadAnswerOfItsPublisher() {
    // When
    List<Incident> incidents =
        incidents(
            evidence(
                "c1",
                http(ConformRules.WRONG_TYPE, "orders", OURS),
                message(ConformRules.MISSING_FIELD, "orders")));

    // Then
    assertThat(incidents).hasSize(2);
  }

  @Test
  void oneSentenceBrokenByTwoOperationsIsOneIncident() {
    // Given
    Finding first = http(ConformRules.MISSING_FIELD, "orders", OURS);
    Finding second = withOperation(first, "orders.getOrder");

    // When
    List<Incident> incidents = incidents(evidence("c1", first), evidence("c2", second));

    // Then
    assertThat(incidents)
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.cases()).isEqualTo(2);
              assertThat(incident.id()).matches("[0-9a-f]{6}");
            });
  }

  @Test
  void theCaseWithTheFewestExchangesShowsItAndCriticalFlowsLead() {
    // Given
    Finding rare = http(ConformRules.WRONG_TYPE, "payments", INNER);
    Finding frequent = message(ConformRules.MISSING_FIELD, "orders");
    var critical = new CaseEvidence("flow", true, List.of(rare), DEPENDENCIES, 12);

    // When
    List<Incident> incidents =
        incidents(
            evidence("c1", frequent), evidence("c2", frequent), critical, evidence("c4", rare));

    // Then
    assertThat(incidents)
        .extracting(incident -> incident.main().rule())
        .containsExactly(ConformRules.WRONG_TYPE, ConformRules.MISSING_FIELD);
    assertThat(incidents.getFirst().main().caseId()).isEqualTo("c");
  }

  @Test
  void fieldsMissingSideBySideInOneMessageAreOneIncident() {
    // Given
    Finding first = missing("/lines", "x7");
    Finding second = missing("/total", "x7");
    Finding elsewhere = missing("/page/next", "x7");

    // When
    List<Incident> incidents = incidents(evidence("c1", first, second, elsewhere));

    // Then
    assertThat(incidents).hasSize(2);
  }

  @Test
  void aJourneyThatIsSlowIsNotExplainedByAWrongField() {
    assertThat(
            incidents(
                evidence(
                    "f1",
                    journey(FlowRules.TOO_SLOW, "notifications"),
                    message(ConformRules.MISSING_FIELD, "orders"))))
        .hasSize(2);
  }

  private static Finding missing(String pointer, String exchangeId) {
    return new Finding(
        ConformRules.MISSING_FIELD,
        "orders",
        Side.PROVIDER,
        "",
        Optional.of(OURS),
        "orders.setNote",
        pointer,
        "",
        Optional.empty(),
        Optional.empty(),
        "c",
        Optional.of(exchangeId));
  }

  private static final Dependencies DEPENDENCIES =
      Dependencies.of(List.of(OURS, INNER, new LinkName("notifications", "orders")));

  private static List<Incident> incidents(CaseEvidence... cases) {
    return Diagnosis.incidents(
        Arrays.asList(cases), system -> new Owner("team-" + system, "CODEOWNERS"));
  }

  private static CaseEvidence evidence(String id, Finding... findings) {
    return new CaseEvidence(id, false, List.of(findings), DEPENDENCIES, 3);
  }

  private static Finding http(Rule rule, String system, LinkName link) {
    Side side = system.equals(link.provider()) ? Side.PROVIDER : Side.CONSUMER;
    return finding(rule, system, side, Optional.of(link), link.provider() + ".op");
  }

  private static Finding message(Rule rule, String system) {
    return finding(rule, system, Side.PUBLISHER, Optional.empty(), "events." + system);
  }

  private static Finding journey(Rule rule, String system) {
    return finding(
        rule, system, Side.PROVIDER, Optional.of(new LinkName("concordat", system)), system + ".x");
  }

  private static Finding finding(
      Rule rule, String system, Side side, Optional<LinkName> link, String operation) {
    var sentence = new Sentence(new Place(system + ".yaml", 8, 3, "/x"), "type: string");
    return new Finding(
        rule,
        system,
        side,
        "",
        link,
        operation,
        "/a",
        "",
        Optional.of(sentence),
        Optional.empty(),
        "c",
        Optional.empty());
  }

  private static Finding withOperation(Finding it, String operation) {
    return placed(it, operation, it.pointer());
  }

  private static Finding at(String pointer, Finding it) {
    return placed(it, it.operation(), pointer);
  }

  private static Finding placed(Finding it, String operation, String pointer) {
    return new Finding(
        it.rule(),
        it.system(),
        it.side(),
        it.why(),
        it.link(),
        operation,
        pointer,
        it.message(),
        it.sentence(),
        it.comparison(),
        it.caseId(),
        it.exchangeId());
  }
}
