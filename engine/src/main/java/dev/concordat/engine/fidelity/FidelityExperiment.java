package dev.concordat.engine.fidelity;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.model.flowmap.FlowMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Follows the values of one operation: sends plain values that nobody else has to learn where each field's value goes,
/// then values that tend to break, and names the first system that had one right and wrote it otherwise.
public final class FidelityExperiment {
  private final Journey journey;
  private final Roles roles;
  private final Limits limits;
  private final List<Acceptance> accepted;
  private final UniqueValues unique;
  private final Consumer<String> progress;

  /// @param accepted changes that are no damage
  /// @param seed the values that are learned from come from it
  /// @param progress is told what is going on
  public FidelityExperiment(
      Journey journey,
      Roles roles,
      Limits limits,
      List<Acceptance> accepted,
      long seed,
      Consumer<String> progress) {
    this.journey = journey;
    this.roles = roles;
    this.limits = limits;
    this.accepted = List.copyOf(accepted);
    this.unique = new UniqueValues(seed);
    this.progress = progress;
  }

  public Followed follow(Operation operation) throws InterruptedException, EnvironmentFailure {
    Set<String> notes = new LinkedHashSet<>();
    var errands = new Errands(journey, roles, limits, unique, operation);
    progress.accept(operation.name() + ": learning where its values go");
    Optional<Known> learned = new Learner(errands, notes).known();
    var damages = new DamageBook(accepted);
    if (learned.isEmpty()) {
      errands.cookies().damages().forEach(damages::add);
      return new Followed(
          FlowMap.NONE, damages.damages(), errands.requests(), List.copyOf(notes), List.of());
    }
    Known all = Unlisted.learn(errands, learned.get(), notes);
    FewValues few = FewValues.learn(errands, all, roles);
    Known known = few.known();
    var book = new HopBook(operation, known.carried());
    book.learned(known.values(), known.example().seen());
    var lists = new ListShapes(known);
    var plan = new ProbePlan(errands, known, few, roles);
    var judge = new ProbeJudge(errands, known, few, lists, roles, book, damages, notes);
    List<Filling> rounds = new ArrayList<>(plan.rounds(limits.rounds()));
    rounds.addAll(lists.rounds(errands, roles));
    for (Filling filling : rounds) {
      if (errands.isOver()) {
        notes.add(operation.name() + ": the limit of time or requests was reached");
        break;
      }
      progress.accept(operation.name() + ": following values, " + errands.requests() + " sent");
      judge.follow(filling);
    }
    new Doubled(errands, known, few, book, damages, notes).follow();
    errands.cookies().damages().stream()
        .filter(it -> damages.damages().stream().noneMatch(told -> isTold(told, it)))
        .forEach(damages::add);
    return new Followed(
        book.map(),
        damages.damages(),
        errands.requests(),
        List.copyOf(notes),
        known.example().exchanges());
  }

  /// Whether the value of a cookie has shown already that it was joined with the next one.
  private static boolean isTold(Damage told, Damage joined) {
    return told.alteration() == joined.alteration()
        && told.system().equals(joined.system())
        && told.to().subject().equals(joined.to().subject());
  }
}
