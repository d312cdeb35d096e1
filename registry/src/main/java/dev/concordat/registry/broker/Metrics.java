package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.registry.contract.ContractStore;
import dev.concordat.registry.contract.PactContent;
import dev.concordat.registry.http.Answer;
import dev.concordat.registry.http.Route;
import dev.concordat.registry.link.Moments;
import dev.concordat.registry.store.Columns;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How much of everything there is.
final class Metrics {
  private final Handle handle;

  private Metrics(Handle handle) {
    this.handle = handle;
  }

  static List<Route> routes(Desk desk) {
    return List.of(
        Route.get(
            "/metrics",
            desk.reading(request -> Answer.hal(200, new Metrics(request.handle()).all()))));
  }

  private JsonObject all() {
    return new Hal()
        .put("interactions", interactions())
        .put(
            "pacticipants",
            new Hal()
                .put("count", count("systems"))
                .put("withMainBranchSetCount", count("systems WHERE main_branch IS NOT NULL"))
                .json())
        .put("integrations", counted("integrations"))
        .put(
            "pactPublications",
            span(
                "publications WHERE consumer_id IS NOT NULL",
                new Hal().put("count", count("publications WHERE consumer_id IS NOT NULL"))))
        .put("pactVersions", counted("contents WHERE consumer_id IS NOT NULL"))
        .put(
            "pactRevisionsPerConsumerVersion",
            distribution(
                "SELECT count(*) AS n FROM publications WHERE consumer_id IS NOT NULL"
                    + " GROUP BY version_id"))
        .put("verificationResults", verifications())
        .put(
            "verificationResultsPerPactVersion",
            distribution("SELECT count(*) AS n FROM verifications GROUP BY content_id"))
        .put("pacticipantVersions", versions())
        .put("webhooks", counted("webhooks"))
        .put("tags", tags())
        .put("triggeredWebhooks", counted("deliveries"))
        .put("webhookExecutions", counted("delivery_attempts"))
        .put("matrix", new Hal().put("count", -1).json())
        .put("environments", counted("environments"))
        .put(
            "deployedVersions",
            new Hal()
                .put("count", count("deployed_versions"))
                .put("userCreatedCount", count("deployed_versions"))
                .put(
                    "currentlyDeployedCount",
                    count("deployed_versions WHERE undeployed_at IS NULL"))
                .json())
        .put(
            "releasedVersions",
            new Hal()
                .put("count", count("released_versions"))
                .put(
                    "currentlySupportedCount",
                    count("released_versions WHERE support_ended_at IS NULL"))
                .json())
        .json();
  }

  private JsonObject interactions() {
    long interactions = 0;
    long messages = 0;
    for (PactRow pact : new Publications(handle).newestOfEach()) {
      PactContent content = new ContractStore(handle).content(pact);
      interactions += items(content, "interactions");
      messages += items(content, "messages");
    }
    return new Hal()
        .put("latestInteractionsCount", interactions)
        .put("latestMessagesCount", messages)
        .put("latestInteractionsAndMessagesCount", interactions + messages)
        .json();
  }

  private static int items(PactContent content, String part) {
    return content.document().member(part).orElse(JsonObject.EMPTY) instanceof JsonArray(var items)
        ? items.size()
        : 0;
  }

  private JsonObject verifications() {
    return span(
        "verifications",
        new Hal()
            .put("count", count("verifications"))
            .put("successCount", count("verifications WHERE success"))
            .put("failureCount", count("verifications WHERE NOT success"))
            .put(
                "distinctCount",
                count(
                    "(SELECT DISTINCT provider_version_id, content_id, success"
                        + " FROM verifications) x")));
  }

  private JsonObject versions() {
    String onBranch = "(SELECT DISTINCT version_id FROM branch_versions) x";
    return new Hal()
        .put("count", count("versions"))
        .put(
            "withUserCreatedBranchCount",
            count("(SELECT DISTINCT version_id FROM branch_versions WHERE NOT auto_created) x"))
        .put("withBranchCount", count(onBranch))
        .put("withBranchSetCount", count(onBranch))
        .json();
  }

  private JsonObject tags() {
    return new Hal()
        .put("count", count("tags"))
        .put("distinctCount", count("(SELECT DISTINCT name FROM tags) x"))
        .put("distinctWithPacticipantCount", count("(SELECT DISTINCT name, system_id FROM tags) x"))
        .json();
  }

  private JsonObject counted(String from) {
    return new Hal().put("count", count(from)).json();
  }

  private long count(String from) {
    return handle.createQuery("SELECT count(*) FROM " + from).mapTo(Long.class).one();
  }

  private JsonObject span(String from, Hal hal) {
    return hal.put("first", moment("min", from)).put("last", moment("max", from)).json();
  }

  private Optional<String> moment(String which, String from) {
    return handle
        .createQuery("SELECT " + which + "(created_at) AS at FROM " + from)
        .map((row, _) -> Columns.optionalInstant(row, "at"))
        .one()
        .map(at -> Moments.dialect(at));
  }

  /// How many have how many.
  private JsonObject distribution(String counts) {
    JsonObject.Builder distribution = new JsonObject.Builder();
    handle
        .createQuery("SELECT n, count(*) AS c FROM (" + counts + ") x GROUP BY n ORDER BY n")
        .map((row, _) -> List.of(row.getLong("n"), row.getLong("c")))
        .forEach(
            pair ->
                distribution.add(String.valueOf(pair.getFirst()), JsonNumber.of(pair.getLast())));
    return JsonObject.EMPTY.with("distribution", distribution.build());
  }
}
