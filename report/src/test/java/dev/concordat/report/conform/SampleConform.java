package dev.concordat.report.conform;

import dev.concordat.model.conform.Certainty;
import dev.concordat.model.conform.ConformFinding;
import dev.concordat.model.conform.ConformReport;
import dev.concordat.model.conform.ConformReport.Ending;
import dev.concordat.model.conform.Notice;
import dev.concordat.model.conform.OperationCoverage;
import dev.concordat.model.conform.OperationCoverage.Outcome;
import dev.concordat.model.conform.Recalled;
import dev.concordat.model.conform.Recalled.Now;
import dev.concordat.model.conform.Told;
import dev.concordat.model.conform.Tries;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformHttpRules;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reports of runs as `conform` makes them.
final class SampleConform {
  private static final String FILE = "api/library.yaml";
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private SampleConform() {}

  /// A crash seen at two operations, a lost write that rests on a guess, and a flaky answer.
  static ConformReport broken() {
    return report(
        List.of(crash(), lost(), flaky()),
        List.of(
            new OperationCoverage(
                "lendBook",
                "POST /books/{id}/loans",
                new Place(FILE, 20, 5, "/paths/~1books~1{id}~1loans/post"),
                31,
                List.of(
                    new Outcome("201", true, 9, ""),
                    new Outcome("400", true, 20, ""),
                    new Outcome("409", true, 0, "no state was met in which it is documented"),
                    new Outcome("500", false, 2, "")),
                "",
                List.of()),
            new OperationCoverage(
                "findShelf",
                "GET /shelves/{shelf}",
                new Place(FILE, 60, 5, "/paths/~1shelves~1{shelf}/get"),
                4,
                List.of(new Outcome("200", true, 0, ""), new Outcome("404", true, 4, "")),
                "no valid id for {shelf}: give an example or a value with --values",
                List.of("shelf above its maximum: no value was found"))),
        List.of(
            new Notice(
                "under-specified",
                "lendBook",
                "'until' is refused unless it is a date (3 answers say so)",
                Optional.of(new Sentence(new Place(FILE, 31, 13, ""), "until: {type: string}")),
                "format: date")),
        new Recalled(
            2,
            1,
            1,
            List.of(
                earlier("a01b22", "conform/write-lost", "addBook", Now.BROKEN),
                earlier("5d6e7f", "conform/missing-header", "addBook", Now.FIXED),
                earlier("9a8b7c", "conform/wrong-parent", "lendBook", Now.NOT_TRIED))),
        Ending.BUDGET_SPENT,
        "");
  }

  static ConformReport holding() {
    return report(
        List.of(),
        List.of(
            new OperationCoverage(
                "lendBook",
                "POST /books/{id}/loans",
                new Place(FILE, 20, 5, ""),
                12,
                List.of(new Outcome("201", true, 12, "")),
                "",
                List.of())),
        List.of(),
        Recalled.NOTHING,
        Ending.COMPLETE,
        "");
  }

  static ConformReport troubled() {
    return report(
        List.of(),
        List.of(),
        List.of(),
        Recalled.NOTHING,
        Ending.STOPPED,
        "nobody listens at http://127.0.0.1:8080: start the provider, or name another address with --url");
  }

  private static ConformReport report(
      List<ConformFinding> findings,
      List<OperationCoverage> coverage,
      List<Notice> notices,
      Recalled recalled,
      Ending ending,
      String trouble) {
    return new ConformReport(
        FILE,
        "Library 1.0",
        "http://127.0.0.1:8080",
        42,
        NOON,
        Duration.ofMillis(12_340),
        68,
        61,
        findings,
        coverage,
        notices,
        recalled,
        ending,
        trouble);
  }

  private static Recalled.Earlier earlier(String id, String rule, String operation, Now now) {
    return new Recalled.Earlier(id, rule, operation, "what was wrong at " + operation, now);
  }

  private static ConformFinding crash() {
    HttpRequestMessage request =
        new HttpRequestMessage(
            "POST",
            "/books/7/loans",
            List.of(new Header("Content-Type", "application/json")),
            Bytes.utf8("{\"reader\":\"\",\"until\":\"2026-12-24\"}"));
    HttpResponseMessage response =
        new HttpResponseMessage(
            500,
            List.of(new Header("Content-Type", "text/plain")),
            Bytes.utf8("java.lang.IllegalStateException: no reader\n\tat library.Loans.lend"));
    return new ConformFinding(
        "7f3a91",
        ConformRules.SERVER_ERROR,
        ConformRules.SERVER_ERROR,
        Certainty.CONTRACT,
        false,
        new Tries(6, 6),
        "lendBook",
        "status",
        "POST /books/7/loans with 'reader' empty was answered with 500",
        "the contract lists 201, 400 and 409; a request that it allows made the provider fail",
        Optional.of(new Sentence(new Place(FILE, 33, 11, ""), "'400': {description: refused}")),
        Optional.of(new Comparison("a documented status", "500")),
        List.of("lendBook", "renewLoan"),
        5,
        List.of(
            new Told("reader is empty", request, Optional.of(response), "", Duration.ofMillis(4))),
        List.of("curl -gi -X POST http://127.0.0.1:8080/books/7/loans -d '{\"reader\":\"\"}'"),
        List.of("the body is text/plain, which the contract does not list"));
  }

  private static ConformFinding lost() {
    HttpRequestMessage create = get("POST", "/books");
    HttpRequestMessage read = get("GET", "/books/9");
    return new ConformFinding(
        "a01b22",
        ConformRules.VALUE_NOT_ALLOWED,
        ConformRules.VALUE_NOT_ALLOWED,
        Certainty.GUESS,
        false,
        new Tries(3, 3),
        "addBook",
        "",
        "the book that was created with 201 is not there: GET /books/9 gave 404",
        "an acknowledged write is there until somebody deletes it",
        Optional.empty(),
        Optional.empty(),
        List.of("addBook"),
        1,
        List.of(
            new Told(
                "create a book",
                create,
                Optional.of(
                    new HttpResponseMessage(
                        201, List.of(new Header("Location", "/books/9")), Bytes.EMPTY)),
                "",
                Duration.ofMillis(3)),
            new Told(
                "read it",
                read,
                Optional.of(new HttpResponseMessage(404, List.of(), Bytes.EMPTY)),
                "",
                Duration.ofMillis(2))),
        List.of(
            "curl -gi -X POST http://127.0.0.1:8080/books",
            "curl -gi http://127.0.0.1:8080/books/9"),
        List.of());
  }

  private static ConformFinding flaky() {
    return new ConformFinding(
        "c3d4e5",
        ConformHttpRules.FLAKY_ANSWER,
        ConformRules.NO_ANSWER,
        Certainty.CONTRACT,
        true,
        new Tries(3, 10),
        "listBooks",
        "",
        "GET /books was not answered: the connection was closed",
        "the provider had the request and ended without a whole response",
        Optional.empty(),
        Optional.empty(),
        List.of("listBooks"),
        1,
        List.of(
            new Told(
                "list them",
                get("GET", "/books"),
                Optional.empty(),
                "the connection was closed",
                Duration.ofMillis(1))),
        List.of("curl -gi http://127.0.0.1:8080/books"),
        List.of());
  }

  private static HttpRequestMessage get(String method, String target) {
    return new HttpRequestMessage(method, target, List.of(), Bytes.EMPTY);
  }
}
