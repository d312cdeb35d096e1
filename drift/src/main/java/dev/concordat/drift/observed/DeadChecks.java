package dev.concordat.drift.observed;

import dev.concordat.drift.mock.MockAnswer;
import dev.concordat.drift.mock.Values;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Places of a mock's answer that a rule of noise covers so widely that nothing of them is checked any more: the provider's
/// answers are changed there in every way, and the comparison does not notice.
public final class DeadChecks {
  private DeadChecks() {}

  /// A place that is no longer checked.
  ///
  /// @param rule the place that the rule names
  public record Dead(String pointer, String rule) {}

  /// The places, those below a dead place left out.
  ///
  /// @param seen answers that were compared already
  public static List<Dead> of(Asking asking, MockAnswer said, List<HttpResponseMessage> seen) {
    Optional<JsonValue> body = said.json();
    List<JsonValue> real = AnswerComparison.bodies(seen);
    if (body.isEmpty() || real.isEmpty() || asking.noise().rules().isEmpty()) {
      return List.of();
    }
    var comparison = new AnswerComparison(asking, said);
    Set<String> before = keys(comparison.compare(seen));
    List<Dead> dead = new ArrayList<>();
    for (String place : Mutations.places(body.get())) {
      Optional<String> rule = asking.noise().covering(place).map(covering -> covering.at());
      boolean isInside = dead.stream().anyMatch(each -> place.startsWith(each.pointer() + "/"));
      boolean isThere = real.stream().allMatch(value -> !Values.at(value, place).isEmpty());
      if (rule.isPresent() && !isInside && isThere && isDead(comparison, before, seen, place)) {
        dead.add(new Dead(place, rule.get()));
      }
    }
    return dead;
  }

  private static boolean isDead(
      AnswerComparison comparison,
      Set<String> before,
      List<HttpResponseMessage> seen,
      String place) {
    for (Mutations.Kind kind : Mutations.Kind.values()) {
      List<HttpResponseMessage> changed =
          seen.stream().map(answer -> mutated(answer, place, kind)).toList();
      if (!keys(comparison.compare(changed)).equals(before)) {
        return false;
      }
    }
    return true;
  }

  private static HttpResponseMessage mutated(
      HttpResponseMessage answer, String place, Mutations.Kind kind) {
    List<JsonValue> body = AnswerComparison.bodies(List.of(answer));
    if (body.isEmpty()) {
      return answer;
    }
    JsonValue changed = Mutations.mutated(body.getFirst(), place, kind);
    List<Header> headers =
        answer.headers().stream()
            .filter(header -> !header.name().equalsIgnoreCase("content-encoding"))
            .toList();
    return new HttpResponseMessage(answer.status(), headers, Bytes.utf8(JsonText.compact(changed)));
  }

  private static Set<String> keys(Compared compared) {
    Set<String> keys = new HashSet<>();
    compared
        .observations()
        .forEach(each -> keys.add(each.lie().rule().id() + " " + each.lie().pointer()));
    return keys;
  }
}
