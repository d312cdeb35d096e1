package dev.concordat.standin.service;

import dev.concordat.model.json.JsonObject;
import dev.concordat.standin.refusal.Refusal;
import dev.concordat.standin.resource.Anchor;
import dev.concordat.standin.resource.Resource;
import dev.concordat.standin.resource.Resources;
import dev.concordat.standin.resource.Role;
import dev.concordat.standin.state.Entity;
import dev.concordat.standin.state.Scope;
import dev.concordat.standin.state.Things;
import dev.concordat.standin.state.World;
import dev.concordat.standin.value.ValueMaker;
import dev.concordat.standin.view.Beginning;
import dev.concordat.standin.view.Identifiers;
import dev.concordat.standin.view.Views;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a stand-in knows of its contract's resources, and what it remembers of them. Used by one thread at a time.
public final class Memory {
  private final Resources resources;
  private final Identifiers identifiers;
  private final Views views;
  private final Beginning beginning;
  private World world;

  /// @param count how many things of a kind there are at the start, where the contract shows none
  public Memory(Resources resources, ValueMaker maker, long seed, int count) {
    this.resources = resources;
    this.identifiers = new Identifiers(maker);
    this.views = new Views(maker, resources, seed);
    this.beginning = new Beginning(resources, identifiers, views.references(), count);
    this.world = begun();
  }

  private World begun() {
    var begun = new World(beginning);
    for (Resource resource : resources.unscoped()) {
      // What examples name exists before anybody asks for it. All else is made when somebody does.
      if (resource.isClosed() && beginning.isShown(resource)) {
        begun.things(resource);
      }
    }
    return begun;
  }

  /// Everything is as at the start.
  public void reset() {
    world = begun();
  }

  public World world() {
    return world;
  }

  /// Lets everything be there that is there at the start, as if somebody had asked for it.
  public void settle() {
    resources.unscoped().stream().filter(Resource::isClosed).forEach(world::things);
  }

  public Resources resources() {
    return resources;
  }

  Views views() {
    return views;
  }

  Beginning beginning() {
    return beginning;
  }

  /// What stands behind the id in the paths of single things: a slash, or nothing.
  String endOfItems(Resource resource) {
    return beginning.plansOf(resource).stream()
        .filter(plan -> plan.idParameter().isPresent())
        .min(Comparator.comparing(plan -> plan.role() != Role.READ))
        .map(plan -> plan.operation().path().text())
        .filter(path -> path.endsWith("/"))
        .map(path -> "/")
        .orElse("");
  }

  Optional<String> nextId(Scope scope) {
    return identifiers.next(scope, world.things(scope), beginning.plansOf(scope.resource()));
  }

  /// The thing of an id. Where the contract shows no way to find or create any, every id that was not removed has one.
  Optional<Entity> find(Scope scope, String id) {
    Things things = world.things(scope);
    Optional<Entity> known = things.get(id);
    if (known.isPresent() || scope.resource().isClosed() || things.wasRemoved(id)) {
      return known;
    }
    var made = new Entity(id, Entity.Origin.MADE, JsonObject.EMPTY, world.now());
    things.put(made);
    return Optional.of(made);
  }

  /// Why an operation makes no sense: something that its path names does not exist.
  Optional<Refusal> missing(Asked asked) {
    for (Anchor anchor : asked.plan().anchors()) {
      Scope scope = asked.scope(anchor.resource());
      String id = asked.id(anchor);
      if (find(scope, id).isEmpty()) {
        return Optional.of(absent(scope, id));
      }
    }
    return Optional.empty();
  }

  static Refusal absent(Scope scope, String id) {
    return Refusal.of(List.of(404, 410), "there is no '" + id + "' in " + scope);
  }
}
