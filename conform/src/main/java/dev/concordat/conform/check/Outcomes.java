package dev.concordat.conform.check;

import com.google.re2j.Pattern;
import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Deviation;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.ConformHttpRules;
import dev.concordat.model.finding.ConformRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The outcome is of another class than the trial expects.
final class Outcomes implements Check {
  /// What may be refused although the request is right: credentials, state, too many requests.
  private static final Set<Integer> EXCUSED =
      Set.of(401, 402, 403, 404, 407, 408, 409, 410, 412, 413, 423, 424, 425, 428, 429, 451);

  /// Nobody must enforce these: the contract's word for them is a remark.
  private static final Set<String> REMARKS = Set.of("format", "contentEncoding", "readOnly");

  /// Header fields that HTTP tells a server to pass over where it does not understand them (RFC 9110 sections 12.5, 13.1,
  /// 14.2; RFC 7240).
  private static final Pattern NEGOTIABLE =
      Pattern.compile("header:(?:If-.*|Range|Accept|Accept-.*|Cache-Control|Prefer|User-Agent)");

  private final HttpJudge judge;

  Outcomes(OpenApiContract contract) {
    this.judge = new HttpJudge(contract);
  }

  @Override
  public List<Suspicion> check(Exchange exchange) {
    if (exchange.response().isEmpty()) {
      return List.of();
    }
    int status = exchange.status();
    return switch (exchange.trial().expected()) {
      case ACCEPTED ->
          status / 100 == 4 && !EXCUSED.contains(status) ? List.of(refused(exchange)) : List.of();
      case ANSWERED, JUDGED_LATER -> List.of();
      case NOT_ACCEPTABLE -> unacceptable(exchange);
      case REJECTED, MEDIA_TYPE_REFUSED -> accepted(exchange);
      case ABSENT -> absent(exchange);
      case ABSENT_OR_ITSELF -> AskedId.isShown(exchange) ? List.of() : absent(exchange);
      case UNAUTHENTICATED ->
          exchange.isSuccess()
              ? List.of(
                  access(
                      exchange,
                      ConformHttpRules.NOT_PROTECTED,
                      "Without valid credentials the answer must be 401."))
              : List.of();
      case FORBIDDEN ->
          exchange.isSuccess()
              ? List.of(
                  access(
                      exchange,
                      ConformHttpRules.FOREIGN_OBJECT,
                      "What belongs to another user must be answered 403 or 404."))
              : List.of();
      case METHOD_REFUSED -> method(exchange);
    };
  }

  private static Suspicion refused(Exchange exchange) {
    return suspicion(
        exchange,
        ConformRules.VALID_REFUSED,
        Certainty.CONTRACT,
        Wording.pointer(exchange, "status"),
        Integer.toString(exchange.status()),
        "was refused with " + exchange.status(),
        "The contract allows this request: " + exchange.trial().reason().says() + ".");
  }

  /// Counts only when the request still breaks the contract as it went over the wire.
  private List<Suspicion> accepted(Exchange exchange) {
    if (!exchange.isSuccess()
        || NEGOTIABLE.matcher(Wording.pointer(exchange, "")).matches()
        || judge.judgeRequest(exchange.sent()).isEmpty()) {
      return List.of();
    }
    Optional<Deviation> deviation = exchange.trial().deviation();
    String keyword = deviation.map(Deviation::keyword).orElse("");
    String place =
        exchange.trial().reason().sentence().map(Sentence::place).map(Place::stableForm).orElse("");
    return List.of(
        suspicion(
                exchange,
                ConformRules.INVALID_ACCEPTED,
                REMARKS.contains(keyword) ? Certainty.GUESS : Certainty.CONTRACT,
                deviation.map(Deviation::pointer).orElse("request"),
                keyword + "@" + place,
                "was accepted with " + exchange.status(),
                "The contract forbids it: " + exchange.trial().reason().says() + ".")
            .shared());
  }

  /// To delete what is not there may succeed, and PUT may create it.
  private static List<Suspicion> absent(Exchange exchange) {
    String method = exchange.sent().method();
    boolean mayCreate = method.equals("PUT") && exchange.status() == 201;
    if (!exchange.isSuccess() || method.equals("DELETE") || mayCreate) {
      return List.of();
    }
    return List.of(
        suspicion(
            exchange,
            ConformHttpRules.ABSENT_ANSWERED,
            Certainty.HTTP,
            Wording.pointer(exchange, "status"),
            "absent",
            "was answered " + exchange.status(),
            "RFC 9110 section 15.5.5: what is not found is answered 404."));
  }

  /// HTTP lets a server answer what the client did not ask for (RFC 9110 section 12.4.1); a contract with 406 does not. An answer
  /// without content is of no media type, so every client takes it.
  private static List<Suspicion> unacceptable(Exchange exchange) {
    Optional<ResponseSpec> promised =
        exchange.trial().operation().responses().stream()
            .filter(spec -> spec.status().equals("406"))
            .findFirst();
    boolean hasContent =
        exchange.response().filter(response -> response.body().size() > 0).isPresent();
    if (promised.isEmpty() || !exchange.isSuccess() || !hasContent) {
      return List.of();
    }
    return List.of(
        suspicion(
                exchange,
                ConformHttpRules.MISUSED_STATUS,
                Certainty.CONTRACT,
                "header:Accept",
                "not acceptable",
                "was answered " + exchange.status(),
                "The contract has 406 for a client that takes none of its media types.")
            .with(new Sentence(promised.get().place(), promised.get().sourceLine())));
  }

  private static List<Suspicion> method(Exchange exchange) {
    String method = exchange.sent().method();
    if (!exchange.isSuccess() || method.equals("OPTIONS") || method.equals("HEAD")) {
      return List.of();
    }
    return List.of(
        suspicion(
            exchange,
            ConformHttpRules.UNDOCUMENTED_METHOD,
            Certainty.HTTP,
            "method",
            method,
            "was answered " + exchange.status(),
            "The contract has no " + method + " here; RFC 9110 section 15.5.6 has 405 for that."));
  }

  private static Suspicion access(Exchange exchange, Rule rule, String why) {
    return suspicion(
        exchange, rule, Certainty.CONTRACT, "status", "", "was answered " + exchange.status(), why);
  }

  private static Suspicion suspicion(
      Exchange exchange,
      Rule rule,
      Certainty certainty,
      String pointer,
      String shape,
      String came,
      String why) {
    return Suspicion.of(
            rule, certainty, exchange, pointer, shape, Wording.sent(exchange) + " " + came, why)
        .with(
            new Comparison(
                exchange.trial().expected().words(), Integer.toString(exchange.status())));
  }
}
