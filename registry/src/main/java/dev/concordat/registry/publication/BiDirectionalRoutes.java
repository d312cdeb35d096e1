package dev.concordat.registry.publication;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.contract.ContractStore;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Asked;
import dev.concordat.registry.http.RegistryServer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Moments;
import dev.concordat.registry.publication.BothSides.Compared;
import dev.concordat.registry.store.Database;
import dev.concordat.registry.store.VersionRow;
import dev.concordat.report.json.Members;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/// What both sides of a comparison say and what came of it, as PactFlow's clients read it: `/contracts/bi-directional/…`, of a
/// provider's version with all its consumers, and with one version of one consumer.
final class BiDirectionalRoutes {
  private static final String PROVIDER =
      "/contracts/bi-directional/provider/{provider}/version/{version}";
  private static final String BOTH = PROVIDER + "/consumer/{consumer}/version/{number}";
  private static final String RESULTS = "-verification-results";

  private final Database database;

  BiDirectionalRoutes(Database database) {
    this.database = database;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (String base : List.of(PROVIDER, BOTH)) {
      routes.add(route(base + "/provider-contract", BiDirectionalRoutes::contract));
      routes.add(
          route(base + "/provider-contract" + RESULTS, (_, sides) -> selfVerification(sides)));
      routes.add(route(base + "/consumer-contract", BiDirectionalRoutes::pacts));
      routes.add(route(base + "/consumer-contract" + RESULTS, (_, sides) -> compared(sides)));
      routes.add(route(base + "/cross-contract" + RESULTS, (_, sides) -> compared(sides)));
    }
    return routes;
  }

  private Route route(String pattern, BiFunction<Handle, BothSides, Optional<JsonObject>> shown) {
    return Route.get(
        pattern,
        asked ->
            database.read(
                handle ->
                    BothSides.of(
                            handle,
                            asked.parameter("provider"),
                            asked.parameter("version"),
                            Optional.ofNullable(asked.parameters().get("consumer")),
                            Optional.ofNullable(asked.parameters().get("number")))
                        .flatMap(sides -> shown.apply(handle, sides))
                        .map(json -> Answer.hal(200, json.with("_links", self(asked))))
                        .orElseGet(
                            () ->
                                RegistryServer.error(
                                    404, "The requested document was not found on this server."))));
  }

  private static JsonValue self(Asked asked) {
    return new Members()
        .put("self", new Members().put("href", asked.base() + asked.path()).object())
        .object();
  }

  private static Optional<JsonObject> contract(Handle handle, BothSides sides) {
    return new ProviderContracts(handle)
        .of(sides.version().systemId(), sides.version().id()).stream()
            .findFirst()
            .map(
                kept ->
                    new Members()
                        .put("specification", kept.kind().equals("openapi") ? "oas" : kept.kind())
                        .put("content", base64(kept.bytes().toArray()))
                        .put("_embedded", version(sides.version()))
                        .object());
  }

  private static Optional<JsonObject> selfVerification(BothSides sides) {
    return sides
        .selfVerification()
        .map(
            report ->
                new Members()
                    .put(
                        "verificationStatus",
                        report
                                .member("success")
                                .filter(it -> it.toString().equals("true"))
                                .isPresent()
                            ? "success"
                            : "failed")
                    .put("providerContractVerificationResults", report)
                    .put("_embedded", version(sides.version()))
                    .object());
  }

  private static Optional<JsonObject> pacts(Handle handle, BothSides sides) {
    List<JsonObject> pacts =
        sides.compared().stream()
            .map(
                one ->
                    side(one)
                        .put(
                            "content",
                            base64(
                                new ContractStore(handle)
                                    .content(one.contentId())
                                    .bytes()
                                    .toArray()))
                        .put("specification", "pact")
                        .object())
            .toList();
    return pacts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            sides.isOne()
                ? pacts.getFirst()
                : new Members()
                    .put(
                        "_embedded",
                        new Members().list("consumerContracts", pacts, pact -> pact).object())
                    .object());
  }

  private static Optional<JsonObject> compared(BothSides sides) {
    if (sides.compared().isEmpty()) {
      return Optional.empty();
    }
    boolean holds = sides.compared().stream().allMatch(Compared::success);
    Members json =
        new Members()
            .put("verificationStatus", holds ? "success" : "failed")
            .put("summary", new Members().put("success", holds).object());
    if (sides.isOne()) {
      json.put("crossContractVerificationResults", result(sides.compared().getFirst()));
      sides
          .selfVerification()
          .ifPresent(report -> json.put("providerContractVerificationResults", report));
      return Optional.of(json.put("_embedded", version(sides.version())).object());
    }
    return Optional.of(
        json.put(
                "_embedded",
                new Members()
                    .list(
                        "crossContractVerificationResults",
                        sides.compared(),
                        one -> side(one).put("results", result(one)).object())
                    .object())
            .object());
  }

  private static JsonObject result(Compared one) {
    JsonValue errors =
        one.findings().flatMap(text -> JsonParser.parse(text).value()).orElse(JsonArray.of());
    return new Members()
        .put("success", one.success())
        .put(
            "results", new Members().put("errors", errors).put("warnings", JsonArray.of()).object())
        .put("verificationDate", Moments.dialect(one.at()))
        .put("verifier", "Concordat")
        .put("verifierVersion", "agree")
        .object();
  }

  private static Members side(Compared one) {
    return new Members().put("consumer", one.consumer()).put("consumerVersion", one.number());
  }

  private static JsonObject version(VersionRow version) {
    return new Members()
        .put("version", new Members().put("number", version.number()).object())
        .object();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
