package dev.concordat.report.comparison;

import dev.concordat.model.comparison.Acceptance;
import dev.concordat.model.comparison.Affected;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.ComparedPair;
import dev.concordat.model.comparison.ComparisonReport;
import dev.concordat.model.comparison.ComparisonReport.Question;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Counting;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Judged;
import dev.concordat.model.comparison.Origin;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.comparison.Subject;
import dev.concordat.model.comparison.Tally;
import dev.concordat.model.comparison.VersionAdvice;
import dev.concordat.model.comparison.VersionStep;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import dev.concordat.model.run.Trouble;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Comparisons to write reports of: one with a difference of every impact, one that holds, one whose input is bad.
final class SampleComparison {
  private static final Subject OLD =
      new Subject("the old contract", "main:openapi.yaml", "OpenAPI", "Orders", "1.4.0");
  private static final Subject NEW =
      new Subject("the new contract", "openapi.yaml", "OpenAPI", "Orders", "1.5.0");

  private SampleComparison() {}

  /// Breaks with a request, a response and many positions, something undecided, and a difference of every other impact.
  static ComparisonReport broken() {
    List<Difference> differences = new ArrayList<>();
    differences.add(refusedBody());
    differences.add(unexpectedAnswer("GET /orders"));
    differences.add(unexpectedAnswer("GET /orders/{id}"));
    differences.add(unexpectedAnswer("PUT /orders/{id}"));
    differences.add(undecided());
    differences.add(
        stated(
            AgreeRules.MEANING_CHANGED,
            Impact.MEANING,
            "query parameter",
            "the default was 20 and is 50",
            12));
    differences.add(
        stated(
            AgreeRules.CLIENT_CODE_CHANGED,
            Impact.CLIENT_CODE,
            "operation",
            "the operationId was listOrders and is orders_list",
            9));
    differences.add(
        stated(AgreeRules.CHANGED_SAFELY, Impact.SAFE, "operation", "the operation is new", 30));
    List<Judged> judged = new ArrayList<>(differences.stream().map(Judged::of).toList());
    judged.add(accepted());
    var version =
        new VersionAdvice(
            VersionStep.MAJOR, "4 breaks", "1.4.0", "1.5.0", Optional.of("2.0.0"), false);
    var pair =
        new ComparedPair(
            new ContractComparison(
                OLD,
                NEW,
                judged.stream().map(Judged::difference).toList(),
                new Tally(38, 4, 1),
                List.of()),
            new Origin("main", ""),
            new Origin("", "services/orders/"),
            judged,
            Optional.of(version));
    return report(
        List.of(pair),
        List.of(),
        List.of(),
        List.of("not compared, because their kinds cannot be: 1 HTTP archive"));
  }

  /// The same without any difference.
  static ComparisonReport holding() {
    return report(
        List.of(
            ComparedPair.of(
                new ContractComparison(OLD, NEW, List.of(), new Tally(43, 0, 0), List.of()))),
        List.of(),
        List.of(),
        List.of());
  }

  /// A file that is missing, and a mistake in the list of accepted differences.
  static ComparisonReport troubled() {
    return report(
        List.of(),
        List.of(
            Problem.error(
                "ignore/missing-member",
                new Place(".concordat-ignore.yaml", 3, 5, "/accept/0"),
                "an entry needs `owner`, so that nothing is accepted for ever or by nobody",
                "write `owner: team-checkout`")),
        List.of(
            new Trouble(
                Trouble.Kind.INPUT,
                "main:openapi.yml",
                "the revision 'main' has no 'openapi.yml'",
                "did you mean main:openapi.yaml?",
                List.of())),
        List.of());
  }

  /// As many breaks as a large contract may have, each of an edit of its own.
  static ComparisonReport large(int breaks) {
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < breaks; i++) {
      differences.add(
          stated(
              AgreeRules.OPERATION_REMOVED,
              Impact.BREAKS,
              "operation",
              "the operation is gone",
              1 + i));
    }
    return report(
        List.of(
            ComparedPair.of(
                new ContractComparison(OLD, NEW, differences, new Tally(0, breaks, 0), List.of()))),
        List.of(),
        List.of(),
        List.of());
  }

  private static ComparisonReport report(
      List<ComparedPair> pairs,
      List<Problem> problems,
      List<Trouble> troubles,
      List<String> notes) {
    return new ComparisonReport(
        Question.DIFF,
        "main:openapi.yaml",
        "openapi.yaml",
        Counting.DEFAULT,
        pairs,
        problems,
        troubles,
        notes,
        Duration.ofMillis(340));
  }

  private static Difference refusedBody() {
    var request =
        new HttpRequestMessage(
            "POST",
            "/orders?note=it's",
            List.of(new Header("content-type", "application/json")),
            Bytes.utf8("{\"sku\":\"Zoë 😀\"}"));
    var witness =
        new Witness(
            new WitnessMessage.HttpRequest(request),
            "the old contract",
            "the new contract",
            "/sku 'Zoë 😀' does not match ^[A-Z0-9]+$",
            List.of("concordat", "dev.harrel"));
    return new Difference(
        AgreeRules.BODY_REFUSED,
        Impact.BREAKS,
        new Evidence.Witnessed(witness),
        new Position("POST /orders", Part.REQUEST_BODY, "application/json"),
        "/sku",
        "sku must now match `^[A-Z0-9]+$`, and could be any text; ask @nobody",
        Optional.of(sentence(88, "sku: {type: string}")),
        Optional.of(sentence(91, "sku: {type: string, pattern: '^[A-Z0-9]+$'}")),
        List.of(new Alias("oasdiff", "request-property-pattern-added", "ERR")),
        List.of(
            new Affected(
                "checkout-web@1.4.2", Impact.BREAKS, "it sends sku 'a-1'", Optional.of(witness)),
            new Affected(
                "mobile@3.0", Impact.SAFE, "every sku that it sends matches", Optional.empty())));
  }

  private static Difference unexpectedAnswer(String operation) {
    var witness =
        new Witness(
            new WitnessMessage.HttpResponse(
                new HttpRequestMessage("GET", "/orders", List.of(), Bytes.EMPTY),
                new HttpResponseMessage(
                    200,
                    List.of(new Header("content-type", "application/json")),
                    Bytes.utf8("[{\"state\":\"LOST\"}]"))),
            "the new contract",
            "the old contract",
            "/0/state is 'LOST', not one of 'OPEN', 'DONE'",
            List.of("concordat", "dev.harrel"));
    return new Difference(
        AgreeRules.RESPONSE_BODY_UNEXPECTED,
        Impact.BREAKS,
        new Evidence.Witnessed(witness),
        new Position(operation, Part.RESPONSE_BODY, "200 application/json"),
        "/*/state",
        "the answer may now hold 'LOST'",
        Optional.of(sentence(120, "enum: [OPEN, DONE]")),
        Optional.of(sentence(124, "enum: [OPEN, DONE, LOST]")),
        List.of(new Alias("oasdiff", "response-property-enum-value-added", "WARN")),
        List.of());
  }

  private static Difference undecided() {
    return new Difference(
        AgreeRules.BODY_REFUSED,
        Impact.UNKNOWN,
        new Evidence.Undecided(
            "the pattern (?<=a)b looks behind",
            List.of("case analysis", "values made of both schemas")),
        new Position("PUT /orders/{id}", Part.REQUEST_BODY, "application/json"),
        "/code",
        "whether every old code is still taken is not known",
        Optional.of(sentence(60, "pattern: b")),
        Optional.of(sentence(61, "pattern: (?<=a)b")),
        List.of(),
        List.of());
  }

  private static Judged accepted() {
    Difference difference =
        stated(
            AgreeRules.OPERATION_REMOVED,
            Impact.BREAKS,
            "operation",
            "DELETE /orders/{id} is gone",
            140);
    return Judged.of(difference)
        .acceptedBy(
            new Acceptance(
                "team-checkout",
                "nobody calls it: 0 requests in 90 days",
                LocalDate.parse("2027-01-31"),
                new Place(".concordat-ignore.yaml", 2, 5, "/accept/0")));
  }

  private static Difference stated(
      Rule rule, Impact impact, String part, String message, int line) {
    Part where = part.equals("operation") ? Part.OPERATION : Part.QUERY_PARAMETER;
    return new Difference(
        rule,
        impact,
        new Evidence.Stated(),
        new Position("GET /orders", where, where == Part.OPERATION ? "" : "limit"),
        "",
        message,
        Optional.of(sentence(line, "line " + line + " of the old contract")),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static Sentence sentence(int line, String text) {
    return new Sentence(new Place("openapi.yaml", line, 7, "/paths"), text);
  }
}
