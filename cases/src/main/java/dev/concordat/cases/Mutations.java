package dev.concordat.cases;

import dev.concordat.cases.RequestDraft.Body;
import dev.concordat.cases.broken.Breakable;
import dev.concordat.cases.shape.ValueMutator;
import dev.concordat.cases.value.Dice;
import dev.concordat.cases.value.Size;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Requests of one operation that are made of others: changed somewhere, and still valid, or with one thing wrong. For one
/// thread.
public final class Mutations {
  private static final int MAX_CHANGES = 4;

  /// So many requests with one thing wrong are made of one recipe.
  private static final int MAX_FLAWED = 8;

  private final HttpOperation operation;
  private final String slug;
  private final KnownValues known;
  private final BiFunction<HttpOperation, KnownValues, Drafts> drafters;
  private final Drafts drafts;
  private final WireReading reading;
  private final ValueMutator mutator;
  private final Optional<MediaTypeSpec> spec;
  private final Deque<Flawed> flawed = new ArrayDeque<>();
  private int number;

  Mutations(
      HttpOperation operation,
      KnownValues known,
      BiFunction<HttpOperation, KnownValues, Drafts> drafters,
      WireReading reading) {
    this.operation = operation;
    this.slug = Title.slug(operation.id());
    this.known = known;
    this.drafters = drafters;
    this.drafts = drafters.apply(operation, known);
    this.reading = reading;
    this.mutator = new ValueMutator(drafts.values());
    this.spec = drafts.mediaType();
  }

  /// What can be wrong with a request that is made of a recipe.
  private record Flawed(Recipe recipe, Deviant deviant) {}

  /// A request with what it is made of.
  public record Mutated(Recipe recipe, OperationCase made) {}

  /// What to begin with: what worked, else what the contract shows, else what is made; nothing where no valid request is
  /// known.
  public Optional<Recipe> first() {
    return drafts.base("fuzz").map(Mutations::recipe);
  }

  private static Recipe recipe(RequestDraft draft) {
    return new Recipe(
        draft.parameters(),
        draft.body() instanceof Body.Value(MediaTypeSpec ignored, JsonValue value)
            ? Optional.of(value)
            : Optional.empty());
  }

  /// A valid request that is like another; nothing when no change was found.
  public Optional<Mutated> valid(Recipe recipe, Dice dice) {
    Recipe changed = recipe;
    int changes = 1 + dice.below(MAX_CHANGES);
    for (int i = 0; i < changes; i++) {
      changed = changed(changed, dice);
    }
    if (changed.equals(recipe)) {
      return Optional.empty();
    }
    Recipe other = changed;
    Title title = title("fuzz", "a valid request, changed from one that showed something new");
    return draft(other, title)
        .request()
        .filter(request -> reading.invalid(request).isEmpty())
        .map(
            request ->
                new Mutated(other, made(title, request, Outcome.ANSWERED, Optional.empty())));
  }

  private Recipe changed(Recipe recipe, Dice dice) {
    List<Parameter> open =
        operation.parameters().stream()
            .filter(p -> p.in() != ParameterLocation.PATH && p.schema().isPresent())
            .toList();
    Optional<Schema> body = spec.flatMap(MediaTypeSpec::schema);
    boolean isBody = recipe.body().isPresent() && body.isPresent();
    int at = dice.below(Math.max(1, open.size() + (isBody ? open.size() + 2 : 0)));
    String path = drafts.path("fuzz");
    if (at >= open.size()) {
      return isBody
          ? new Recipe(
              recipe.parameters(),
              mutator
                  .mutate(body.orElseThrow(), recipe.body().orElseThrow(), path, dice)
                  .or(recipe::body))
          : recipe;
    }
    Parameter parameter = open.get(at);
    Map<String, JsonValue> parameters = new LinkedHashMap<>();
    for (Parameter each : operation.parameters()) {
      JsonValue value = recipe.parameters().get(each.pointer());
      if (value != null) {
        parameters.put(each.pointer(), value);
      }
    }
    Optional<JsonValue> before = Optional.ofNullable(parameters.get(parameter.pointer()));
    if (before.isPresent() && !parameter.required() && dice.below(3) == 0) {
      parameters.remove(parameter.pointer());
    } else {
      before
          .or(() -> drafts.value(parameter, "fuzz", Size.MINIMAL, ""))
          .flatMap(v -> mutator.mutate(parameter.schema().orElseThrow(), v, path, dice))
          .ifPresent(value -> parameters.put(parameter.pointer(), value));
    }
    return new Recipe(parameters, recipe.body());
  }

  /// A request with one thing wrong. Finding out what can be wrong with a recipe costs much more than making one request of
  /// it, so several of one recipe follow each other.
  ///
  /// @param recipe what to build on when nothing of another is left to be tried
  public Optional<Mutated> invalid(Recipe recipe, Dice dice) {
    if (flawed.isEmpty()) {
      prepare(recipe, dice);
    }
    if (flawed.isEmpty()) {
      return Optional.empty();
    }
    Flawed next = flawed.removeFirst();
    Deviant deviant = next.deviant();
    return deviant.maker().make() instanceof Deviant.Request(Title made, var request)
        ? Optional.of(
            new Mutated(
                next.recipe(),
                made(
                    new Title(
                        made.slug() + "-fuzz-" + ++number,
                        made.what(),
                        made.reason(),
                        made.sentence()),
                    request,
                    deviant.outcome(),
                    Optional.of(deviant.flaw()))))
        : Optional.empty();
  }

  private void prepare(Recipe recipe, Dice dice) {
    var on = new OnRecipe(known, recipe);
    Drafts own = drafters.apply(operation, on);
    List<Deviant> deviants = new ArrayList<>();
    int part = dice.below(4);
    if (part == 0 || recipe.body().isEmpty()) {
      deviants.addAll(new ParameterFlaws(own, reading, Breakable.Depth.THOROUGH).all());
    }
    if (part > 0 || deviants.isEmpty()) {
      deviants.addAll(new BodyFlaws(own, reading, Breakable.Depth.THOROUGH).all());
    }
    for (int i = 0; i < MAX_FLAWED && !deviants.isEmpty(); i++) {
      flawed.add(new Flawed(recipe, deviants.remove(dice.below(deviants.size()))));
    }
  }

  private RequestDraft draft(Recipe recipe, Title title) {
    Map<String, JsonValue> chosen = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      JsonValue value = recipe.parameters().get(parameter.pointer());
      boolean isOpen = parameter.in() != ParameterLocation.PATH;
      if (isOpen && value != null) {
        chosen.put(parameter.pointer(), value);
      } else if (!isOpen || parameter.required() || drafts.demands(parameter)) {
        drafts
            .value(parameter, title.slug(), Size.MINIMAL, "")
            .ifPresent(made -> chosen.put(parameter.pointer(), made));
      }
    }
    RequestDraft draft = drafts.of(chosen);
    if (recipe.body().isPresent() && spec.isPresent()) {
      draft = draft.with(drafts.amended(new Body.Value(spec.get(), recipe.body().orElseThrow())));
    }
    return drafts.renewed(draft, title.slug());
  }

  private Title title(String kind, String what) {
    return new Title(
        kind + "/" + ++number,
        what,
        operation.methodAndPath(),
        new Sentence(operation.place(), operation.sourceLine()));
  }

  private OperationCase made(
      Title title, HttpRequestMessage request, Outcome outcome, Optional<Flaw> flaw) {
    return new OperationCase(
        slug + "/" + title.slug(),
        operation,
        request,
        outcome,
        title.what(),
        title.reason(),
        Optional.of(title.sentence()),
        flaw);
  }

  /// A recipe as if it were what is known.
  private record OnRecipe(KnownValues known, Recipe recipe) implements KnownValues {
    @Override
    public Optional<JsonValue> value(HttpOperation operation, Parameter parameter) {
      return parameter.in() == ParameterLocation.PATH
          ? known.value(operation, parameter)
          : Optional.ofNullable(recipe.parameters().get(parameter.pointer()));
    }

    @Override
    public Optional<JsonValue> body(HttpOperation operation, MediaTypeSpec spec) {
      return recipe.body();
    }

    @Override
    public boolean demands(HttpOperation operation, Parameter parameter) {
      return known.demands(operation, parameter);
    }

    @Override
    public JsonValue amended(HttpOperation operation, String place, JsonValue value) {
      return known.amended(operation, place, value);
    }
  }
}
