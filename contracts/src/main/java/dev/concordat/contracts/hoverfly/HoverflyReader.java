package dev.concordat.contracts.hoverfly;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads Hoverfly simulations of schema version 5 (docs.hoverfly.io, "Simulation schema").
public final class HoverflyReader {
  private static final Set<String> FILE = Set.of("data", "meta");

  private static final Set<String> DATA = Set.of("pairs", "globalActions", "literals", "variables");

  private static final Set<String> PAIR = Set.of("request", "response", "labels");

  private final FieldReader fields;
  private final RequestReader requests;
  private final ResponseReader responses;

  private HoverflyReader(FieldReader fields) {
    this.fields = fields;
    this.requests = new RequestReader(fields);
    this.responses = new ResponseReader(fields);
  }

  /// Whether a document is a simulation.
  public static boolean recognises(Node root) {
    return root instanceof ObjectNode file
        && file.get("data").orElse(null) instanceof ObjectNode data
        && data.get("pairs").orElse(null) instanceof ArrayNode
        && file.get("meta").orElse(null) instanceof ObjectNode;
  }

  /// The stubs in a document.
  public static StubContract read(Document document) {
    var fields = new FieldReader("stub", document.problems());
    List<Stub> stubs =
        document.root() instanceof ObjectNode file
            ? new HoverflyReader(fields).stubs(file)
            : List.of();
    String file = document.file();
    return new StubContract(ContractKind.HOVERFLY, file, file, "", stubs, fields.problems());
  }

  private List<Stub> stubs(ObjectNode file) {
    fields.expectOnly(file, "a simulation", FILE);
    fields.object(file, "meta").ifPresent(this::checkVersion);
    Optional<ObjectNode> data = fields.object(file, "data");
    data.ifPresent(found -> fields.expectOnly(found, "data", DATA));
    return data.map(found -> fields.objects(found, "pairs", "a pair")).orElse(List.of()).stream()
        .flatMap(pair -> stub(pair).stream())
        .toList();
  }

  private void checkVersion(ObjectNode meta) {
    String version = fields.text(meta, "schemaVersion").orElse("");
    if (!version.equals("v5") && !version.startsWith("v5.")) {
      fields.warning(
          "unknown-version",
          meta.get("schemaVersion").orElse(meta).place(),
          "the simulation is of schema version \"" + version + "\"; v5 is known",
          "import it into Hoverfly 1.x and export it again");
    }
  }

  private Optional<Stub> stub(ObjectNode pair) {
    fields.expectOnly(pair, "a pair", PAIR);
    Optional<ObjectNode> request = fields.object(pair, "request");
    Optional<ObjectNode> response = fields.object(pair, "response");
    if (request.isEmpty() || response.isEmpty()) {
      fields.error(
          "bad-mapping",
          pair.place(),
          "the pair has no request, or no response",
          "write {\"request\": {…}, \"response\": {\"status\": …}}");
      return Optional.empty();
    }
    StubRequest read = requests.read(request.get());
    return Optional.of(
        new Stub(
            "",
            String.join(", ", labels(pair)),
            read,
            List.of(responses.read(response.get())),
            Stub.DEFAULT_PRIORITY,
            scenarios(request.get(), response.get()),
            pair.place()));
  }

  private List<String> labels(ObjectNode pair) {
    return fields.items(pair, "labels").stream().map(HoverflyReader::shown).toList();
  }

  private static String shown(Node node) {
    return node.toJson() instanceof JsonString(String text) ? text : node.toString();
  }

  private List<Stub.Scenario> scenarios(ObjectNode request, ObjectNode response) {
    Map<String, String> required = states(request, "requiresState");
    Map<String, String> next = states(response, "transitionsState");
    fields.items(response, "removesState").forEach(name -> next.put(shown(name), ""));
    var names = new ArrayList<>(required.keySet());
    next.keySet().stream().filter(name -> !required.containsKey(name)).forEach(names::add);
    return names.stream()
        .map(
            name ->
                new Stub.Scenario(
                    name,
                    Optional.ofNullable(required.get(name)),
                    Optional.ofNullable(next.get(name))))
        .toList();
  }

  private Map<String, String> states(ObjectNode holder, String member) {
    var states = new LinkedHashMap<String, String>();
    fields.members(holder, member).forEach(one -> states.put(one.name(), shown(one.value())));
    return states;
  }
}
