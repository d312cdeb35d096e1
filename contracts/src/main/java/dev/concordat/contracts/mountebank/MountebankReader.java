package dev.concordat.contracts.mountebank;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.reading.FieldReader;
import dev.concordat.contracts.stub.RequestCondition;
import dev.concordat.contracts.stub.RequestPart;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.StubRequest;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.contracts.stub.ValuePattern;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Document;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the imposters of Mountebank that speak HTTP (mbtest.org, "Contracts"): one, or a list under `imposters`.
public final class MountebankReader {
  private static final Set<String> FILE = Set.of("imposters");

  private static final Set<String> HTTP = Set.of("http", "https");

  private static final Set<String> IMPOSTER =
      Set.of(
          "port",
          "protocol",
          "host",
          "name",
          "stubs",
          "recordRequests",
          "recordMatches",
          "numberOfRequests",
          "requests",
          "key",
          "cert",
          "ca",
          "ciphers",
          "mutualAuth",
          "rejectUnauthorized",
          "defaultResponse",
          "allowCORS",
          "strict",
          "middleware",
          "schema",
          "mode",
          "endOfRequestResolver");

  private static final Set<String> STUB =
      Set.of("predicates", "responses", "scenarioName", "matches", "name");

  private final FieldReader fields;
  private final PredicateReader predicates;

  private MountebankReader(FieldReader fields) {
    this.fields = fields;
    this.predicates = new PredicateReader(fields);
  }

  /// Whether a document holds imposters.
  public static boolean recognises(Node root) {
    return root instanceof ObjectNode file
        && (file.get("imposters").orElse(null) instanceof ArrayNode || isImposter(file));
  }

  private static boolean isImposter(ObjectNode file) {
    return file.has("protocol") && file.get("stubs").orElse(null) instanceof ArrayNode;
  }

  /// The stubs in a document.
  public static StubContract read(Document document) {
    var fields = new FieldReader("stub", document.problems());
    List<Stub> stubs =
        document.root() instanceof ObjectNode file
            ? new MountebankReader(fields).file(file)
            : List.of();
    String file = document.file();
    return new StubContract(ContractKind.MOUNTEBANK, file, file, "", stubs, fields.problems());
  }

  private List<Stub> file(ObjectNode file) {
    if (isImposter(file)) {
      return imposter(file);
    }
    fields.expectOnly(file, "the file", FILE);
    return fields.objects(file, "imposters", "an imposter").stream()
        .flatMap(imposter -> imposter(imposter).stream())
        .toList();
  }

  private List<Stub> imposter(ObjectNode imposter) {
    String protocol = fields.text(imposter, "protocol").orElse("");
    if (!HTTP.contains(protocol)) {
      fields.warning(
          "not-http",
          imposter.get("protocol").orElse(imposter).place(),
          "the imposter speaks \"" + protocol + "\"; its stubs are not read",
          "imposters of http and https are read");
      return List.of();
    }
    fields.expectOnly(imposter, "an imposter", IMPOSTER);
    var answers = new ResponseReader(fields, fields.object(imposter, "defaultResponse"));
    return fields.objects(imposter, "stubs", "a stub").stream()
        .map(stub -> stub(stub, imposter, protocol, answers))
        .toList();
  }

  private Stub stub(ObjectNode stub, ObjectNode imposter, String protocol, ResponseReader answers) {
    fields.expectOnly(stub, "a stub", STUB);
    var conditions = new ArrayList<RequestCondition>();
    conditions.add(equal(RequestPart.SCHEME, protocol, imposter, "protocol"));
    fields
        .text(imposter, "port")
        .ifPresent(port -> conditions.add(equal(RequestPart.PORT, port, imposter, "port")));
    conditions.addAll(predicates.all(stub, "predicates"));
    List<StubResponse> responses =
        fields.objects(stub, "responses", "a response").stream()
            .flatMap(response -> answers.read(response).stream())
            .toList();
    String name = fields.text(stub, "name").or(() -> fields.text(imposter, "name")).orElse("");
    return new Stub(
        "",
        name,
        new StubRequest(conditions, Optional.empty(), stub.get("predicates").orElse(stub).place()),
        stub.has("responses") ? responses : List.of(answers.standard(stub)),
        Stub.DEFAULT_PRIORITY,
        List.of(),
        stub.place());
  }

  private static RequestCondition equal(
      RequestPart part, String text, ObjectNode imposter, String member) {
    return new RequestCondition.On(
        part, "", ValuePattern.Text.equalTo(text), imposter.get(member).orElse(imposter).place());
  }
}
