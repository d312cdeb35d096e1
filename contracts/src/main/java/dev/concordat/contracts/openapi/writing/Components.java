package dev.concordat.contracts.openapi.writing;

import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaWriter;
import dev.concordat.contracts.schema.SchemaWriter.Target;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the document keeps under `components`: every schema that something refers to, and every one that the contract's own
/// file has a name for, since others may extend it; and the security schemes.
final class Components implements SchemaWriter.References {
  private final String file;
  private final Map<Target, String> names;
  private final Losses losses = new Losses();
  private final SchemaWriter writer = new SchemaWriter(this);
  private final Map<Target, JsonValue> schemas = new LinkedHashMap<>();
  private final Deque<Target> open = new ArrayDeque<>();
  private final Map<SecurityNeed, String> schemes = new LinkedHashMap<>();
  private boolean knowsOwnFile;

  private Components(String file, Map<Target, String> names) {
    this.file = file;
    this.names = names;
  }

  /// Components whose schemas have no names yet.
  Components(String file) {
    this(file, Map.of());
  }

  /// Empty components in which all schemas found so far have their names. Those of the contract's own file come first, so
  /// that they keep theirs.
  Components named() {
    var all = new ComponentNames(file);
    schemas.keySet().stream().filter(all::isOwn).forEach(all::add);
    schemas.keySet().stream().filter(target -> !all.isOwn(target)).forEach(all::add);
    return new Components(file, all.names());
  }

  Losses losses() {
    return losses;
  }

  JsonValue schema(Schema schema) {
    if (!knowsOwnFile && Documents.rootOf(schema.node()).place().file().equals(file)) {
      knowsOwnFile = true;
      SchemaWriter.namedBeside(schema).forEach(this::to);
    }
    return writer.write(schema);
  }

  @Override
  public String to(Target target) {
    if (!schemas.containsKey(target)) {
      schemas.put(target, JsonObject.EMPTY);
      open.add(target);
    }
    return "#/components/schemas/" + names.getOrDefault(target, "");
  }

  @Override
  public void lost(Place place, String what) {
    losses.lost(place, what);
  }

  /// The name of a security scheme in the document.
  String scheme(SecurityNeed need) {
    SecurityNeed scheme = need.withScopes(List.of());
    String known = schemes.get(scheme);
    if (known != null) {
      return known;
    }
    String name = ComponentNames.unique(need.scheme(), schemes.values());
    schemes.put(scheme, name);
    return name;
  }

  JsonObject json() {
    while (!open.isEmpty()) {
      Target next = open.remove();
      schemas.put(next, writer.write(next));
    }
    Map<String, JsonValue> byName = new TreeMap<>();
    schemas.forEach((target, json) -> byName.put(names.getOrDefault(target, ""), json));
    var securitySchemes = new Members();
    var security = new SecurityJson(losses);
    new ArrayList<>(schemes.entrySet())
        .forEach(entry -> securitySchemes.put(entry.getValue(), security.scheme(entry.getKey())));
    return new Members()
        .object("schemas", new JsonObject(byName))
        .object("securitySchemes", securitySchemes.json())
        .json();
  }
}
