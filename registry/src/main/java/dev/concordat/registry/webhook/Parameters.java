package dev.concordat.registry.webhook;

import dev.concordat.registry.link.Links;
import dev.concordat.registry.store.BranchVersionRow;
import dev.concordat.registry.store.Branches;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Systems;
import dev.concordat.registry.store.TagRow;
import dev.concordat.registry.store.Tags;
import dev.concordat.registry.store.VerificationRow;
import dev.concordat.registry.store.Verifications;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Everything that can be filled into a webhook's request, by its name.
final class Parameters {
  static final String DEPLOYED = "pactbroker.currentlyDeployedProviderVersionNumber";

  private final Handle handle;

  Parameters(Handle handle) {
    this.handle = handle;
  }

  /// @param pact empty where nothing was published yet; then nearly everything is
  /// @param verification what caused the event, or else the newest of the content
  /// @param deployed the version of the provider that runs somewhere, where a webhook is called once for each
  Map<String, String> of(
      String event,
      Optional<PactRow> pact,
      Optional<VerificationRow> verification,
      Optional<String> deployed,
      Optional<String> buildUrl,
      Links links) {
    Optional<VerificationRow> result =
        verification.or(() -> pact.flatMap(it -> new Verifications(handle).newest(it.contentId())));
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put(
        "pactbroker.pactUrl",
        pact.map(
                it ->
                    links.selected(
                        it.provider(),
                        it.consumer(),
                        it.sha(),
                        "cvn="
                            + URLEncoder.encode(it.number(), StandardCharsets.UTF_8)
                            + "&w=true"))
            .orElse(""));
    parameters.put(
        "pactbroker.verificationResultUrl",
        result
            .flatMap(
                it ->
                    pact.map(
                        of ->
                            links.verification(
                                of.provider(), of.consumer(), of.sha(), it.number())))
            .orElse(""));
    parameters.put("pactbroker.consumerName", pact.map(PactRow::consumer).orElse(""));
    parameters.put("pactbroker.providerName", pact.map(PactRow::provider).orElse(""));
    parameters.put("pactbroker.consumerVersionNumber", pact.map(PactRow::number).orElse(""));
    parameters.put(
        "pactbroker.consumerVersionTags", pact.map(it -> tags(it.versionId())).orElse(""));
    parameters.put(
        "pactbroker.consumerVersionBranch", pact.map(it -> branch(it.versionId())).orElse(""));
    parameters.put("pactbroker.consumerLabels", pact.map(it -> labels(it.consumerId())).orElse(""));
    parameters.put("pactbroker.providerLabels", pact.map(it -> labels(it.providerId())).orElse(""));
    parameters.put(
        "pactbroker.providerVersionNumber",
        result.map(VerificationRow::providerVersion).orElse(""));
    parameters.put(
        "pactbroker.providerVersionTags",
        result.map(it -> tags(it.providerVersionId())).orElse(""));
    parameters.put(
        "pactbroker.providerVersionBranch",
        result.map(it -> branch(it.providerVersionId())).orElse(""));
    parameters.put(
        "pactbroker.providerVersionDescriptions", pact.map(this::descriptions).orElse(""));
    parameters.put("pactbroker.eventName", event);
    parameters.put("pactbroker.buildUrl", buildUrl.orElse(""));
    parameters.put(DEPLOYED, deployed.orElse(""));
    parameters.putAll(statuses(result.map(VerificationRow::success)));
    parameters.put(
        "pactbroker.providerMainBranchGithubVerificationStatus",
        statuses(pact.flatMap(this::ofMainBranch)).getOrDefault(GITHUB, ""));
    return parameters;
  }

  private static final String GITHUB = "pactbroker.githubVerificationStatus";

  /// The result in the words of each code host.
  private static Map<String, String> statuses(Optional<Boolean> success) {
    boolean isGood = success.orElse(false);
    boolean isOpen = success.isEmpty();
    return Map.of(
        GITHUB,
        isOpen ? "pending" : isGood ? "success" : "failure",
        "pactbroker.gitlabVerificationStatus",
        isOpen ? "pending" : isGood ? "success" : "failed",
        "pactbroker.bitbucketVerificationStatus",
        isOpen ? "INPROGRESS" : isGood ? "SUCCESSFUL" : "FAILED",
        "pactbroker.azureDevOpsVerificationStatus",
        isOpen ? "pending" : isGood ? "succeeded" : "failed");
  }

  private String tags(long version) {
    return new Tags(handle)
        .of(version).stream().map(TagRow::name).collect(Collectors.joining(", "));
  }

  private String branch(long version) {
    return new Branches(handle)
        .of(version).stream().map(BranchVersionRow::branch).findFirst().orElse("");
  }

  private String labels(long system) {
    return String.join(", ", new Systems(handle).labels(system));
  }

  /// Which versions of the provider matter for the pact: the newest of its main branch, and those that run somewhere.
  private String descriptions(PactRow pact) {
    List<String> found = new ArrayList<>();
    handle
        .createQuery(
            "SELECT b.name, v.number FROM systems s JOIN branches b ON b.system_id = s.id AND"
                + " b.name = s.main_branch JOIN versions v ON v.id = b.head_version_id"
                + " WHERE s.id = :provider")
        .bind("provider", pact.providerId())
        .map(
            (row, _) ->
                "latest version from branch " + row.getString(1) + " (" + row.getString(2) + ")")
        .forEach(found::add);
    handle
        .createQuery(
            "SELECT DISTINCT e.name, v.number FROM deployed_versions d JOIN environments e ON e.id ="
                + " d.environment_id JOIN versions v ON v.id = d.version_id WHERE d.system_id ="
                + " :provider AND d.undeployed_at IS NULL ORDER BY 1, 2")
        .bind("provider", pact.providerId())
        .map((row, _) -> "version in " + row.getString(1) + " (" + row.getString(2) + ")")
        .forEach(found::add);
    return String.join(", ", found);
  }

  private Optional<Boolean> ofMainBranch(PactRow pact) {
    return handle
        .createQuery(
            "SELECT l.success FROM systems s JOIN branches b ON b.system_id = s.id AND b.name ="
                + " s.main_branch JOIN branch_versions bv ON bv.branch_id = b.id JOIN"
                + " latest_verifications l ON l.provider_version_id = bv.version_id"
                + " WHERE s.id = :provider AND l.content_id = :content"
                + " ORDER BY bv.version_id DESC LIMIT 1")
        .bind("provider", pact.providerId())
        .bind("content", pact.contentId())
        .mapTo(Boolean.class)
        .findOne();
  }
}
