package dev.concordat.cases;

import dev.concordat.cases.broken.Breakable;
import dev.concordat.contracts.openapi.OpenApiContract;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The requests of one operation that deviate in one thing, the most promising first, each made when it is asked for.
final class Negatives implements Iterator<OperationCase> {
  private final Drafts drafts;
  private final WireReading reading;
  private final OpenApiContract contract;
  private final CaseIds ids;
  private final Set<Flaw> tried;
  private final Consumer<String> skipped;
  private @Nullable PromiseOrder order;
  private Optional<OperationCase> next = Optional.empty();

  Negatives(
      Drafts drafts,
      WireReading reading,
      OpenApiContract contract,
      CaseIds ids,
      Set<Flaw> tried,
      Consumer<String> skipped) {
    this.drafts = drafts;
    this.reading = reading;
    this.contract = contract;
    this.ids = ids;
    this.tried = tried;
    this.skipped = skipped;
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty()) {
      Optional<Deviant> deviant = order().next();
      if (deviant.isEmpty()) {
        return false;
      }
      next = made(deviant.get());
    }
    return true;
  }

  @Override
  public OperationCase next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    OperationCase now = next.orElseThrow();
    next = Optional.empty();
    return now;
  }

  private PromiseOrder order() {
    PromiseOrder known = order;
    if (known == null) {
      known = new PromiseOrder(deviants(), tried);
      order = known;
    }
    return known;
  }

  private List<Deviant> deviants() {
    var all = new ArrayList<Deviant>();
    all.addAll(new ParameterFlaws(drafts, reading, Breakable.Depth.THOROUGH).all());
    all.addAll(new BodyFlaws(drafts, reading, Breakable.Depth.THOROUGH).all());
    all.addAll(new LenientFlaws(drafts).all());
    all.addAll(new ProtocolFlaws(drafts, reading, contract).all());
    return all;
  }

  private Optional<OperationCase> made(Deviant deviant) {
    return switch (deviant.maker().make()) {
      case Deviant.Request(Title title, var request) -> {
        order().count(deviant);
        yield ids.add(title, request, deviant.outcome(), Optional.of(deviant.flaw()));
      }
      case Deviant.Skipped(Title title, String reason) -> {
        skipped.accept(title.what() + ": " + reason);
        yield Optional.empty();
      }
      case Deviant.Nothing() -> Optional.empty();
    };
  }
}
