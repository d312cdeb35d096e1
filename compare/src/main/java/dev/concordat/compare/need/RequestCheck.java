package dev.concordat.compare.need;

import dev.concordat.compare.need.Findings.Draft;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.List;

/// Whether the provider takes the request that the consumer wrote down.
final class RequestCheck {
  private final HttpJudge judge;

  RequestCheck(OpenApiContract provider) {
    this.judge = new HttpJudge(provider);
  }

  /// Whether the provider takes the request.
  ///
  /// @param sent the request as it will be on the wire, with a media type where the consumer left it out
  /// @return whether it was taken
  boolean check(HttpFindings findings, HttpOperation operation, HttpRequestMessage sent) {
    HttpNeed need = findings.need();
    boolean isTaken = true;
    for (Breach breach : judge.judgeRequest(sent)) {
      if (!need.request().isWhole() && isAbsence(breach, sent)) {
        continue;
      }
      boolean isOfPath = breach.pointer().startsWith("path:");
      if (need.expectsRefusal() && !isOfPath) {
        continue;
      }
      isTaken = false;
      boolean isOnPurpose = need.expectsRefusal() || isReplaced(need, breach);
      Part part = part(breach);
      findings.add(
          Draft.of(
                  rule(part),
                  isOnPurpose ? Impact.RISKY : Impact.BREAKS,
                  part,
                  detail(breach, sent),
                  breach.message() + (isOnPurpose ? onPurpose(need) : ""))
              .named(name(breach))
              .at(
                  part == Part.REQUEST_BODY && breach.pointer().startsWith("/")
                      ? breach.pointer()
                      : "")
              .shown(findings.refused(sent, breach.message()))
              .against(new Sentence(breach.sentence(), breach.sentenceText()))
              .alias(aliases(breach, part)));
    }
    return isTaken;
  }

  /// What a stub's patterns do not say may well be sent.
  private static boolean isAbsence(Breach breach, HttpRequestMessage sent) {
    return breach.kind() == Breach.Kind.MISSING_PARAMETER
        || (breach.kind() == Breach.Kind.BAD_REQUEST_BODY && sent.body().size() == 0);
  }

  private static boolean isReplaced(HttpNeed need, Breach breach) {
    return breach.kind() == Breach.Kind.BAD_REQUEST_BODY
        ? need.request().isReplaced().test("body", breach.pointer())
        : need.request().isReplaced().test(breach.pointer(), "");
  }

  private static String onPurpose(HttpNeed need) {
    return need.expectsRefusal()
        ? "; the consumer expects to be refused"
        : "; the value is made anew for each request";
  }

  private static Part part(Breach breach) {
    return switch (breach.kind()) {
      case BAD_PARAMETER, MISSING_PARAMETER -> parameterPart(breach.pointer());
      case BAD_REQUEST_BODY -> Part.REQUEST_BODY;
      default -> Part.OPERATION;
    };
  }

  private static Part parameterPart(String pointer) {
    return switch (pointer.substring(0, Math.max(0, pointer.indexOf(':')))) {
      case "path" -> Part.PATH_PARAMETER;
      case "header" -> Part.REQUEST_HEADER;
      case "cookie" -> Part.COOKIE;
      default -> Part.QUERY_PARAMETER;
    };
  }

  private static Rule rule(Part part) {
    return part == Part.REQUEST_BODY ? AgreeRules.BODY_REFUSED : AgreeRules.PARAMETER_REFUSED;
  }

  private static String detail(Breach breach, HttpRequestMessage sent) {
    return breach.kind() == Breach.Kind.BAD_REQUEST_BODY
        ? sent.header("content-type").map(MediaTypes::essence).orElse("")
        : name(breach);
  }

  private static String name(Breach breach) {
    String pointer = breach.pointer();
    return breach.kind() == Breach.Kind.BAD_REQUEST_BODY
        ? (pointer.startsWith("/") ? pointer : "")
        : pointer.substring(pointer.indexOf(':') + 1);
  }

  private static List<Alias> aliases(Breach breach, Part part) {
    return switch (part) {
      case PATH_PARAMETER -> PactflowCodes.error("request.path-or-method.unknown");
      case QUERY_PARAMETER -> PactflowCodes.error("request.query.incompatible");
      case REQUEST_HEADER -> PactflowCodes.error("request.header.incompatible");
      case REQUEST_BODY ->
          PactflowCodes.error(
              breach.pointer().equals("content-type")
                  ? "request.content-type.incompatible"
                  : "request.body.incompatible");
      // That tool does not look at cookies.
      default -> List.of();
    };
  }
}
