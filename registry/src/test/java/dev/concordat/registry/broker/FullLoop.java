package dev.concordat.registry.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a consumer's and a provider's teams do with a client library over some days, step by step: the consumer `web` writes
/// pacts of orders, and the provider `orders` has the order 1 only. What went otherwise than with a Pact Broker is collected.
final class FullLoop {
  private static final String RESULT =
      "/pacts/provider/orders/consumer/web/version/%s/verification-results/latest";

  private final RealClient client;
  private final TestBroker broker;
  private final RealProvider provider;
  private final Path folder;
  private final List<String> unlike = new ArrayList<>();

  FullLoop(RealClient client, TestBroker broker, RealProvider provider, Path folder) {
    this.client = client;
    this.broker = broker;
    this.provider = provider;
    this.folder = folder;
  }

  /// Does all of it.
  ///
  /// @return what went otherwise than wanted
  List<String> run() throws IOException, InterruptedException {
    pactIsVerifiedAndMayBeDeployed();
    workInProgressFailsAndHarmsNobody();
    whatIsDeployedIsVerified();
    pendingPactFailsAndHarmsNobody();
    return List.copyOf(unlike);
  }

  private void pactIsVerifiedAndMayBeDeployed() throws IOException, InterruptedException {
    publish("1", "1", "main");
    verify("7", "mainBranch,latestTag:dev,deployedOrReleased,matchingBranch", "pending=true", true);
    served(
        RESULT.formatted("1"),
        200,
        "\"success\":true,",
        "\"providerApplicationVersion\":\"7\"",
        "\"testResults\":[{");
    served("/pacticipants/orders/branches/main/versions/7", 200);
    served("/pacticipants/orders/versions/7/tags/dev", 200);
    served("/pacticipants/web/versions/1", 200, "\"buildUrl\":\"https://ci.example/1\"");
    deploy("orders", "7");
    step("can-i-deploy of=web version=1 environment=live", "ok=true");
    step("can-i-deploy of=web version=1 tag=dev", "ok=true");
    step("can-i-deploy of=web version=1 mainBranch=true", "ok=true");
  }

  private void workInProgressFailsAndHarmsNobody() throws IOException, InterruptedException {
    publish("2", "2", "feature");
    verify("8", "mainBranch", "pending=true wip=2020-01-01", true);
    served(RESULT.formatted("2"), 200, "\"success\":false,");
    step("can-i-deploy of=web version=2 environment=live", "ok=false");
    verify("9", "branch:feature", "pending=false", false);
    verify("10", "mainBranch", "pending=false", true);
    served(RESULT.formatted("1"), 200, "\"providerApplicationVersion\":\"10\"");
  }

  private void whatIsDeployedIsVerified() throws IOException, InterruptedException {
    deploy("web", "1");
    verify("11", "environment:live", "pending=false", true);
    served(RESULT.formatted("1"), 200, "\"providerApplicationVersion\":\"11\"");
    step("tag of=web version=1 tag=prod", "");
    served("/pacticipants/web/versions/1/tags/prod", 200);
  }

  private void pendingPactFailsAndHarmsNobody() throws IOException, InterruptedException {
    publish("3", "2", "main");
    verify("12", "mainBranch", "pending=true", true);
    served(
        RESULT.formatted("3"), 200, "\"success\":false,", "\"providerApplicationVersion\":\"12\"");
    verify("13", "mainBranch", "pending=false", false);
  }

  private void publish(String version, String order, String branch)
      throws IOException, InterruptedException {
    // Clients add to the file that is there, and pact-jvm remembers its first folder.
    Path pacts = folder.resolve("pacts");
    Files.createDirectories(pacts);
    Files.deleteIfExists(pacts.resolve("web-orders.json"));
    step("consume folder=" + pacts + " order=" + order, "all passed");
    step(
        "publish broker="
            + broker.server().url()
            + " folder="
            + pacts
            + " version="
            + version
            + " branch="
            + branch
            + (branch.equals("main") ? " tag=dev" : ""),
        "");
    served(
        "/pacts/provider/orders/consumer/web/version/" + version,
        200,
        "\"get order " + order + "\"");
    served("/pacticipants/web/branches/" + branch + "/versions/" + version, 200);
  }

  private void verify(String version, String selectors, String more, boolean passes)
      throws IOException {
    step(
        "verify version="
            + version
            + " branch=main tag=dev port="
            + provider.port()
            + " selectors="
            + selectors
            + " "
            + more,
        passes ? "all passed" : "failed [");
  }

  private void deploy(String system, String version) throws IOException, InterruptedException {
    String environments = broker.get("/environments").body();
    if (!environments.contains("\"live\"")) {
      environments =
          broker.json("POST", "/environments", "{\"name\":\"live\",\"production\":true}").body();
    }
    String uuid = environments.replaceFirst("(?s).*?\"uuid\":\"([^\"]+)\".*", "$1");
    String target =
        "/pacticipants/"
            + system
            + "/versions/"
            + version
            + "/deployed-versions/environment/"
            + uuid;
    assertThat(broker.json("POST", target, "{}").statusCode()).isEqualTo(201);
  }

  private void step(String line, String wanted) throws IOException {
    String addressed = line.contains(" broker=") ? line : line + " broker=" + broker.server().url();
    String said = client.step(addressed);
    if (!said.contains(wanted) || said.contains("CLIENT ERROR") || said.endsWith("ENDED")) {
      unlike.add(line + " said " + said);
    }
  }

  private void served(String target, int status, String... texts)
      throws IOException, InterruptedException {
    var answer = broker.get(target);
    List<String> missing =
        List.of(texts).stream().filter(text -> !answer.body().contains(text)).toList();
    if (answer.statusCode() != status || !missing.isEmpty()) {
      unlike.add(
          target + " is " + answer.statusCode() + " without " + missing + ": " + answer.body());
    }
  }
}
