package dev.concordat.contracts.postman;

import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the requests of a collection, through all its folders.
final class ItemReader {
  private static final Set<String> FOLDER =
      Set.of(
          "id",
          "name",
          "description",
          "variable",
          "item",
          "event",
          "auth",
          "protocolProfileBehavior");

  private static final Set<String> ITEM =
      Set.of(
          "id",
          "name",
          "description",
          "variable",
          "event",
          "request",
          "response",
          "protocolProfileBehavior");

  private final FieldReader fields;
  private final RequestReader requests;
  private final ResponseReader responses;

  ItemReader(FieldReader fields) {
    this.fields = fields;
    this.requests = new RequestReader(fields);
    this.responses = new ResponseReader(fields);
  }

  /// @param path the names of the folders that lead here
  List<Stub> all(ObjectNode holder, Variables variables, String path) {
    var stubs = new ArrayList<Stub>();
    for (ObjectNode item : fields.objects(holder, "item", "an item")) {
      stubs.addAll(one(item, variables, path));
    }
    return stubs;
  }

  private List<Stub> one(ObjectNode item, Variables variables, String path) {
    String name = fields.text(item, "name").orElse("");
    String here = path.isEmpty() || name.isEmpty() ? path + name : path + " / " + name;
    Variables known = variables.with(item, fields);
    if (item.get("item").orElse(null) instanceof ArrayNode) {
      fields.expectOnly(item, "a folder", FOLDER);
      return all(item, known, here);
    }
    fields.expectOnly(item, "an item", ITEM);
    Optional<StubRequest> request = request(item, "request", known);
    if (request.isEmpty()) {
      return List.of();
    }
    List<ObjectNode> saved = fields.objects(item, "response", "a response");
    return saved.isEmpty()
        ? List.of(stub(item, here, request.get(), List.of()))
        : saved.stream().map(answer -> answered(answer, here, request.get(), known)).toList();
  }

  private Optional<StubRequest> request(ObjectNode holder, String member, Variables variables) {
    Optional<Node> node = holder.get(member);
    Optional<StubRequest> request = node.flatMap(found -> requests.read(found, variables));
    if (request.isEmpty()) {
      fields.error(
          "bad-mapping",
          node.orElse(holder).place(),
          "the item has neither a request with a url nor items",
          "write {\"request\": {\"method\": …, \"url\": …}}");
    }
    return request;
  }

  /// A saved response remembers the request that it answered.
  private Stub answered(ObjectNode answer, String path, StubRequest request, Variables variables) {
    Optional<StubRequest> original =
        answer
            .get("originalRequest")
            .filter(ObjectNode.class::isInstance)
            .flatMap(node -> requests.read(node, variables));
    String name = fields.text(answer, "name").map(text -> path + ": " + text).orElse(path);
    return stub(answer, name, original.orElse(request), List.of(responses.read(answer, variables)));
  }

  private Stub stub(ObjectNode node, String name, StubRequest request, List<StubResponse> answers) {
    return new Stub(
        fields.text(node, "id").orElse(""),
        name,
        request,
        answers,
        Stub.DEFAULT_PRIORITY,
        List.of(),
        node.place());
  }
}
