package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.Callback;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.http.RuntimeText;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the operations of a document's paths, webhooks and callbacks.
final class Operations {
  private final Reading reading;
  private final ObjectNode root;
  private final OperationParts parts;
  private final Links links;
  private final List<HttpOperation> all = new ArrayList<>();
  // A callback whose operation has the same callback says nothing new the second time.
  private final Set<ObjectNode> openCallbacks = new HashSet<>();

  private Operations(Reading reading, ObjectNode root, OperationParts parts, Links links) {
    this.reading = reading;
    this.root = root;
    this.parts = parts;
    this.links = links;
  }

  static Operations modern(Reading reading, ObjectNode root, Dialect dialect) {
    var links = new Links(reading);
    return new Operations(reading, root, new ModernParts(reading, root, dialect, links), links);
  }

  static Operations swagger(Reading reading, ObjectNode root) {
    return new Operations(reading, root, new SwaggerParts(reading, root), new Links(reading));
  }

  /// Every operation read so far, those of webhooks and callbacks included.
  List<HttpOperation> all() {
    return all;
  }

  List<HttpOperation> operations() {
    var operations = new ArrayList<HttpOperation>();
    boolean isEmpty = !root.has("paths") && !root.has("webhooks") && !root.has("components");
    // What comes after a mistake in the syntax is lost, so nothing is known of it.
    if (isEmpty && !reading.hasErrors()) {
      reading.add(
          Problem.error(
              "contract/no-paths",
              root.place(),
              "the document has no 'paths', so it offers nothing",
              "add 'paths' with the operations"));
    }
    for (ObjectNode.Member path : OpenApiReader.members(root.get("paths"))) {
      if (!path.name().startsWith("/")) {
        reading.add(
            Problem.error(
                "contract/bad-path",
                path.place(),
                "the path '" + path.name() + "' does not begin with a slash",
                "write '/" + path.name() + "'"));
      }
      operations.addAll(
          pathItem(path.value(), "the path '" + path.name() + "'", path.name(), true));
    }
    return operations;
  }

  List<Webhook> webhooks() {
    var webhooks = new ArrayList<Webhook>();
    for (ObjectNode.Member member : OpenApiReader.members(root.get("webhooks"))) {
      String noun = "the webhook '" + member.name() + "'";
      pathItem(member.value(), noun, member.name(), false)
          .forEach(operation -> webhooks.add(new Webhook(member.name(), operation)));
    }
    return webhooks;
  }

  /// Tells the links that lead nowhere, once all operations are read.
  void checkLinks() {
    Map<String, HttpOperation> byId = new HashMap<>();
    all.forEach(operation -> byId.putIfAbsent(operation.id(), operation));
    links.check(byId);
  }

  private List<HttpOperation> pathItem(Node node, String noun, String path, boolean isPath) {
    var operations = new ArrayList<HttpOperation>();
    PathTemplate template = PathTemplate.of(path);
    for (ObjectNode item : PathItems.of(reading, node, noun)) {
      List<Parameter> shared = parts.parameters(item.get("parameters"));
      for (PathItems.Method method : PathItems.methods(reading, item)) {
        operation(item, method, shared, template, isPath).ifPresent(operations::add);
      }
    }
    return operations;
  }

  private Optional<HttpOperation> operation(
      ObjectNode item,
      PathItems.Method method,
      List<Parameter> shared,
      PathTemplate template,
      boolean isPath) {
    ObjectNode.Member key = method.key();
    if (!(key.value() instanceof ObjectNode operation)) {
      reading.object(key.value(), "the operation '" + key.name() + "'");
      return Optional.empty();
    }
    List<Parameter> own = merge(shared, parts.parameters(operation.get("parameters")));
    var read =
        new HttpOperation(
            Reading.text(operation, "operationId")
                .orElseGet(() -> method.name() + " " + template.text()),
            method.name(),
            template,
            Reading.text(operation, "summary").orElse(""),
            Reading.flag(operation, "deprecated").orElse(false),
            isPath ? withPathParameters(template, own, key) : withoutPathParameters(own),
            parts.body(item, operation),
            responses(operation, key),
            parts.security(operation),
            callbacks(operation),
            key);
    all.add(read);
    return Optional.of(read);
  }

  private static List<Parameter> merge(List<Parameter> shared, List<Parameter> own) {
    if (shared.isEmpty() && own.size() <= 1) {
      return own;
    }
    Map<Key, Parameter> byKey = new LinkedHashMap<>();
    shared.forEach(parameter -> byKey.put(Key.of(parameter), parameter));
    own.forEach(parameter -> byKey.put(Key.of(parameter), parameter));
    return List.copyOf(byKey.values());
  }

  /// What tells parameters apart.
  private record Key(ParameterLocation in, String name) {
    static Key of(Parameter parameter) {
      return new Key(parameter.in(), parameter.name());
    }
  }

  /// A parameter in the path's braces that nobody declared holds any text.
  private List<Parameter> withPathParameters(
      PathTemplate path, List<Parameter> declared, ObjectNode.Member key) {
    var complete = new ArrayList<>(declared);
    for (String name : path.parameterNames()) {
      if (!isDeclared(declared, name)) {
        reading.add(
            Problem.warning(
                "contract/undeclared-path-parameter",
                key.place(),
                "the parameter '" + name + "' of " + path.text() + " is not declared",
                "declare it under 'parameters' with 'in: path'"));
        complete.add(Parameters.undeclared(name, key));
      }
    }
    return complete;
  }

  private static boolean isDeclared(List<Parameter> declared, String name) {
    for (Parameter parameter : declared) {
      if (parameter.in() == ParameterLocation.PATH && parameter.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /// The address of a webhook or callback is whole before the request is made.
  private static List<Parameter> withoutPathParameters(List<Parameter> declared) {
    return declared.stream().filter(p -> p.in() != ParameterLocation.PATH).toList();
  }

  private List<ResponseSpec> responses(ObjectNode operation, ObjectNode.Member key) {
    Optional<Node> responses = Reading.member(operation, "responses");
    var documented = new ArrayList<ResponseSpec>();
    for (ObjectNode.Member response : OpenApiReader.members(responses)) {
      parts.response(operation, response).ifPresent(documented::add);
    }
    if (documented.isEmpty()) {
      reading.add(
          Problem.warning(
              "contract/no-responses",
              key.place(),
              "the operation documents no response, so none can be judged",
              "add 'responses' with the statuses it answers"));
    }
    return documented;
  }

  private List<Callback> callbacks(ObjectNode operation) {
    var callbacks = new ArrayList<Callback>();
    for (ObjectNode.Member member : OpenApiReader.members(operation.get("callbacks"))) {
      reading
          .object(member.value(), "the callback '" + member.name() + "'")
          .ifPresent(callback -> callbacks.addAll(callback(member.name(), callback)));
    }
    return callbacks;
  }

  private List<Callback> callback(String name, ObjectNode callback) {
    var callbacks = new ArrayList<Callback>();
    if (openCallbacks.add(callback)) {
      for (ObjectNode.Member member : OpenApiReader.members(Optional.of(callback))) {
        RuntimeText url = RuntimeText.of(member.name());
        url.unreadable().forEach(text -> reading.add(Links.unreadable(member.place(), text)));
        String noun = "the path item of the callback '" + name + "'";
        pathItem(member.value(), noun, member.name(), false)
            .forEach(each -> callbacks.add(new Callback(name, url, each, member.place())));
      }
      openCallbacks.remove(callback);
    }
    return callbacks;
  }
}
