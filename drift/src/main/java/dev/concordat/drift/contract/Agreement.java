package dev.concordat.drift.contract;

import dev.concordat.compare.Comparer;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.drift.lie.Correction;
import dev.concordat.drift.lie.Lie;
import dev.concordat.drift.mock.Mock;
import dev.concordat.drift.mock.MockAnswer;
import dev.concordat.drift.mock.Values;
import dev.concordat.model.comparison.ContractComparison;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.drift.Ground;
import dev.concordat.model.drift.Shown;
import dev.concordat.model.finding.DriftRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the comparison of contracts says of mocks, by inclusion: it knows the matchers of pacts and the parts of bodies that
/// stubs state, which a judge of messages does not.
public final class Agreement {
  private final List<Difference> differences;

  private Agreement(List<Difference> differences) {
    this.differences = List.copyOf(differences);
  }

  /// The comparison of a file of mocks with the contracts.
  public static Agreement of(Contract mocks, List<OpenApiContract> contracts, Policies policies) {
    var comparer = new Comparer(policies);
    List<Difference> all = new ArrayList<>();
    for (OpenApiContract contract : contracts) {
      comparer.agree(mocks, contract).map(ContractComparison::differences).ifPresent(all::addAll);
    }
    return new Agreement(all);
  }

  /// What it says of one mock and its operation, lies that are known already aside.
  ///
  /// @param known lies that the mock was found to tell
  public List<Lie> lies(Mock mock, Authority authority, List<Lie> known) {
    List<Lie> lies = new ArrayList<>();
    for (Difference difference : differences) {
      if (difference.impact() == Impact.BREAKS && isOf(difference, mock, authority)) {
        lie(difference, mock, authority)
            .filter(lie -> known.stream().noneMatch(each -> isSame(each, lie)))
            .filter(lie -> lies.stream().noneMatch(each -> isSame(each, lie)))
            .ifPresent(lies::add);
      }
    }
    return lies;
  }

  /// What could not be decided of one mock.
  public List<String> undecided(Mock mock, Authority authority) {
    return differences.stream()
        .filter(each -> each.impact() == Impact.UNKNOWN && isOf(each, mock, authority))
        .map(each -> each.position().part().words() + ": " + each.message())
        .distinct()
        .toList();
  }

  private static boolean isSame(Lie one, Lie other) {
    return one.isOfRequest() == other.isOfRequest()
        && (one.isOfRequest()
            || (isOfError(one) && isOfError(other))
            || one.pointer().equals(other.pointer())
            || one.pointer().startsWith(other.pointer() + "/")
            || other.pointer().startsWith(one.pointer() + "/"));
  }

  private static boolean isOfError(Lie lie) {
    return lie.rule().equals(DriftRules.WRONG_ERROR_SHAPE);
  }

  private static boolean isOf(Difference difference, Mock mock, Authority authority) {
    String own = mock.place().pointer();
    boolean isMocks =
        difference
            .before()
            .map(sentence -> sentence.place())
            .filter(place -> place.file().equals(mock.file()))
            .filter(place -> place.pointer().equals(own) || place.pointer().startsWith(own + "/"))
            .isPresent();
    String operation = difference.position().operation();
    boolean isOperations =
        operation.isEmpty() || operation.equals(authority.operation().methodAndPath());
    return isMocks && isOperations;
  }

  private static Optional<Lie> lie(Difference difference, Mock mock, Authority authority) {
    Part part = difference.position().part();
    boolean isRefused = mock.answer().filter(MockAnswer::isError).isPresent();
    return switch (part) {
      case PATH_PARAMETER, QUERY_PARAMETER, REQUEST_HEADER, COOKIE, REQUEST_BODY ->
          isRefused
              ? Optional.empty()
              : Optional.of(
                  lie(difference, DriftRules.REQUEST_REFUSED, requestPointer(difference), true));
      case RESPONSE -> Optional.of(lie(difference, DriftRules.WRONG_STATUS, "status", false));
      // Stubs repeat whatever headers were once recorded; a pact names those that its consumer
      // needs.
      case RESPONSE_HEADER -> mock.isPartial() ? Optional.of(header(difference)) : Optional.empty();
      case RESPONSE_BODY ->
          Optional.of(
              lie(difference, body(difference, mock, authority), difference.pointer(), false));
      // Credentials come from elsewhere; the others are no parts of HTTP, or told already.
      default -> Optional.empty();
    };
  }

  /// The detail is a status and a name: `200 Location`.
  private static Lie header(Difference difference) {
    String detail = difference.position().detail();
    String name = detail.substring(detail.lastIndexOf(' ') + 1);
    return name.equalsIgnoreCase("content-type")
        ? lie(difference, DriftRules.WRONG_MEDIA_TYPE, "content-type", false)
        : lie(difference, DriftRules.WRONG_HEADER, "header:" + name, false);
  }

  private static String requestPointer(Difference difference) {
    String detail = difference.position().detail();
    return switch (difference.position().part()) {
      case PATH_PARAMETER -> "path:" + detail;
      case QUERY_PARAMETER -> "query:" + detail;
      case REQUEST_HEADER -> "header:" + detail;
      case COOKIE -> "cookie:" + detail;
      default -> difference.pointer().isEmpty() ? "body" : difference.pointer();
    };
  }

  private static Rule body(Difference difference, Mock mock, Authority authority) {
    Optional<MockAnswer> answer = mock.answer();
    int status = answer.map(MockAnswer::status).orElse(0);
    if (status >= 400) {
      return DriftRules.WRONG_ERROR_SHAPE;
    }
    Optional<JsonValue> value =
        answer
            .flatMap(MockAnswer::json)
            .flatMap(json -> Values.at(json, difference.pointer()).stream().findFirst());
    SchemaPlace body = authority.body(status, answer.flatMap(MockAnswer::contentType));
    return ContractLies.ofValue(difference.pointer(), value, body);
  }

  private static Lie lie(Difference difference, Rule rule, String pointer, boolean isOfRequest) {
    Correction correction =
        rule.equals(DriftRules.EXTRA_FIELD)
            ? new Correction.RemoveValue(pointer)
            : new Correction.Undecided("the contract leaves more than one answer");
    return new Lie(
        rule,
        pointer,
        difference.message(),
        difference.after().map(sentence -> sentence.text()).orElse(""),
        difference.before().map(sentence -> sentence.text()).orElse(""),
        Ground.CONTRACT,
        difference.after(),
        shown(difference),
        correction,
        isOfRequest);
  }

  private static List<Shown> shown(Difference difference) {
    if (!(difference.evidence() instanceof Evidence.Witnessed(Witness witness))) {
      return List.of();
    }
    String what = witness.sender() + " may send this, and is refused: " + witness.refusal();
    return switch (witness.message()) {
      case WitnessMessage.HttpRequest(var request) ->
          List.of(new Shown(what, request, Optional.empty()));
      case WitnessMessage.HttpResponse(var request, var response) ->
          List.of(new Shown(what, request, Optional.of(response)));
      default -> List.of();
    };
  }
}
