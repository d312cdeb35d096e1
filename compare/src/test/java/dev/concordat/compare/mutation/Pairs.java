package dev.concordat.compare.mutation;

import dev.concordat.model.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Makes pairs of a description's operations, every operator in turn, from a seed.
final class Pairs {
  /// How many operations are tried for one that an operator applies to.
  private static final int TRIES = 60;

  private final List<Slice> slices;
  private final Map<Integer, List<Target>> targets = new HashMap<>();
  private final List<Operator> operators =
      Stream.of(
              NumberOperators.all(),
              TextOperators.all(),
              ArrayOperators.all(),
              ObjectOperators.all(),
              SafeOperators.all())
          .flatMap(List::stream)
          .toList();
  private final List<HttpOperator> around = HttpOperator.all();

  Pairs(JsonObject description) {
    slices = Slice.of(description);
  }

  /// How many operators there are.
  int operators() {
    return operators.size() + around.size();
  }

  /// Every schema operator at every place where it applies, and every other for every operation.
  Stream<Pair> every(Random random) {
    var all = new ArrayList<Pair>();
    for (int at = 0; at < slices.size(); at++) {
      for (HttpOperator operator : around) {
        pair(operator, slices.get(at)).ifPresent(all::add);
      }
      for (Target target : targets(at)) {
        operators.forEach(operator -> pair(operator, target, random).ifPresent(all::add));
      }
    }
    return all.stream();
  }

  /// The pair of a number; empty where no operation was found for its operator.
  Optional<Pair> pair(int number) {
    var random = new Random(number);
    int turn = number % operators();
    for (int tries = 0; tries < TRIES; tries++) {
      int at = random.nextInt(slices.size());
      Optional<Pair> found =
          turn < operators.size()
              ? somewhere(operators.get(turn), at, random)
              : pair(around.get(turn - operators.size()), slices.get(at));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Pair> somewhere(Operator operator, int at, Random random) {
    List<Pair> all =
        targets(at).stream().flatMap(target -> pair(operator, target, random).stream()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private List<Target> targets(int at) {
    return targets.computeIfAbsent(at, each -> Target.of(slices.get(each)));
  }

  private static Optional<Pair> pair(Operator operator, Target target, Random random) {
    if (target.kind() == Target.Kind.QUERY && !operator.isForText()) {
      return Optional.empty();
    }
    JsonObject before = target.schema();
    return operator
        .rewrite()
        .of(before, random)
        .filter(edit -> !edit.schema().equals(before))
        .map(
            edit ->
                new Pair(
                    operator.name(),
                    target.slice().description(),
                    target.edited(edit.schema()),
                    Known.of(
                        target.kind() == Target.Kind.RESPONSE
                            ? edit.truth().breaksResponses()
                            : edit.truth().breaksRequests()),
                    "%s %s %s: %s -> %s"
                        .formatted(
                            target.slice().method(),
                            target.slice().path(),
                            String.join("/", target.steps()),
                            shortened(before),
                            shortened(edit.schema()))));
  }

  private static Optional<Pair> pair(HttpOperator operator, Slice slice) {
    return operator
        .rewrite()
        .apply(slice)
        .map(
            after ->
                new Pair(
                    operator.name(),
                    slice.description(),
                    after,
                    operator.known(),
                    slice.method() + " " + slice.path()));
  }

  private static String shortened(JsonObject schema) {
    String text = schema.toString();
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
