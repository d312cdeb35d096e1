package dev.concordat.standin.state;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One thing that a stand-in remembers. Not thread-safe: {@link World} is used by one thread at a time.
public final class Entity {
  private static final int MAX_VIEWS = 16;

  private final String id;
  private final Origin origin;
  private final Instant created;
  private final Instant changed;
  private JsonObject known;
  private final Map<Object, JsonValue> views = new HashMap<>();

  /// Where one comes from, which tells how much is added to what is known of it.
  public enum Origin {
    /// The contract shows it: only what must be there is added.
    DOCUMENTED,
    /// A client made it: what clients cannot send is added.
    POSTED,
    /// Nobody said anything of it but its id: everything is added.
    MADE
  }

  public Entity(String id, Origin origin, JsonObject known, Instant now) {
    this.id = id;
    this.origin = origin;
    this.known = known;
    this.created = now;
    this.changed = now;
  }

  private Entity(String id, JsonObject known, Instant created, Instant changed) {
    this.id = id;
    this.origin = Origin.POSTED;
    this.known = known;
    this.created = created;
    this.changed = changed;
  }

  /// The same thing after a client gave it other members.
  public Entity rewritten(JsonObject members, Instant now) {
    return new Entity(id, members, created, now);
  }

  public String id() {
    return id;
  }

  public Origin origin() {
    return origin;
  }

  /// What was said of it, or shown.
  public JsonObject known() {
    return known;
  }

  /// When it came to be.
  public Instant created() {
    return created;
  }

  /// When it last changed.
  public Instant changed() {
    return changed;
  }

  /// What an answer showed of it stays true: a member that nothing is known of yet.
  public void settle(String member, JsonValue value) {
    if (!known.has(member)) {
      known = known.with(member, value);
    }
  }

  /// How it was shown before, while it has not changed since.
  public Optional<JsonValue> view(Object as) {
    return Optional.ofNullable(views.get(as));
  }

  /// Keeps how it is shown.
  public void keep(Object as, JsonValue view) {
    if (views.size() < MAX_VIEWS) {
      views.put(as, view);
    }
  }
}
