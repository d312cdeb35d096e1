package dev.concordat.compare.openapi;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.compare.openapi.HttpChange.SchemaChanged;
import dev.concordat.compare.schema.Edit;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Compares two contracts for HTTP, written in Swagger 2.0 or OpenAPI 3: the old with the new one, or a consumer's with a
/// provider's.
public final class OpenApiFormat implements Format {
  private final Roles roles;
  private final boolean tellsOnlyHarm;
  private final Aliases aliases;
  private final Lifecycle lifecycle;

  private OpenApiFormat(Roles roles, boolean tellsOnlyHarm, Aliases aliases, Lifecycle lifecycle) {
    this.roles = roles;
    this.tellsOnlyHarm = tellsOnlyHarm;
    this.aliases = aliases;
    this.lifecycle = lifecycle;
  }

  /// What the new contract changes, for better or worse.
  public static Format diff(Aliases aliases, Lifecycle lifecycle) {
    return new OpenApiFormat(Roles.OLD_AND_NEW, false, aliases, lifecycle);
  }

  /// Whether a consumer's contract, such as one its client was generated from, fits the provider's. What only the provider
  /// has is of no interest.
  public static Format agree() {
    return new OpenApiFormat(Roles.CONSUMER_AND_PROVIDER, true, Aliases.NONE, Lifecycle.NONE);
  }

  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof OpenApiContract && right instanceof OpenApiContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    return left instanceof OpenApiContract before && right instanceof OpenApiContract after
        ? compare(before, after, policies)
        : Compared.NOTHING;
  }

  private Compared compare(OpenApiContract before, OpenApiContract after, Policies policies) {
    var comparison = new Comparison(before, after, roles, policies);
    List<Endpoint> endpoints = new Endpoints(before, after).all();
    new BasePathComparison(comparison).compare(endpoints);
    var each = new EndpointComparison(comparison);
    endpoints.forEach(each::compare);
    List<Found> told =
        comparison.found().stream()
            .filter(found -> !tellsOnlyHarm || isHarm(found))
            .filter(found -> !isOfLifecycle(found))
            .map(found -> agreed(found, policies))
            .toList();
    List<HttpChange> toldChanges = told.stream().map(Found::change).toList();
    Aliases.Names names = aliases.of(toldChanges, policies, comparison.schemas().known());
    var differences = new ArrayList<Difference>(new Grouping(names).differences(told));
    List<HttpChange> changes = comparison.found().stream().map(Found::change).toList();
    boolean isBreaking = differences.stream().anyMatch(it -> it.impact() == Impact.BREAKS);
    differences.addAll(lifecycle.promises(before, after, changes, endpoints, isBreaking, policies));
    differences.addAll(names.notes(before, after, endpoints));
    return new Compared(differences, tally(comparison.compared(), differences));
  }

  private static Tally tally(int compared, List<Difference> differences) {
    Set<Position> broken = new HashSet<>();
    Set<Position> undecided = new HashSet<>();
    for (Difference difference : differences) {
      Set<Position> positions = difference.impact() == Impact.BREAKS ? broken : undecided;
      if (difference.impact() == Impact.BREAKS || difference.impact() == Impact.UNKNOWN) {
        positions.add(difference.position());
        difference.also().forEach(each -> positions.add(each.position()));
      }
    }
    undecided.removeAll(broken);
    int proved = Math.max(0, compared - broken.size() - undecided.size());
    return new Tally(proved, broken.size(), undecided.size());
  }

  private static boolean isHarm(Found found) {
    return switch (found.impact()) {
      case BREAKS, UNKNOWN, MISREAD, RISKY, MEANING -> true;
      case CLIENT_CODE, POLICY, SAFE -> false;
    };
  }

  /// What only says how long something may be relied on is told by those who know of promises.
  private static boolean isOfLifecycle(Found found) {
    return found.change() instanceof SchemaChanged changed
        && !changed.difference().edits().isEmpty()
        && changed.difference().edits().stream()
            .allMatch(edit -> edit.concern() == Edit.Concern.LIFECYCLE);
  }

  private Found agreed(Found found, Policies policies) {
    return lifecycle
        .agreed(found.change(), found.impact(), policies)
        .map(agreed -> found.withImpact(agreed.impact(), agreed.because()))
        .orElse(found);
  }
}
