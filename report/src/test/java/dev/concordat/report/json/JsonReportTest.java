package dev.concordat.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.report.SampleRun;
import org.junit.jupiter.api.Test;

final class JsonReportTest {
  @Test
  void saysTheVerdictAndTheExitCode() {
    JsonObject report = JsonReport.of(SampleRun.troubled());

    assertThat(report.member("verdict")).hasValue(new JsonString("no-environment"));
    assertThat(report.member("exitCode")).hasValue(JsonNumber.of(3));
  }

  @Test
  void givesEachIncidentItsOwnerItsEvidenceAndItsReplay() {
    JsonObject report = JsonReport.of(SampleRun.broken());

    JsonArray incidents = (JsonArray) report.members().get("incidents");
    JsonObject first = (JsonObject) incidents.items().getFirst();
    assertThat(first.member("replay")).hasValue(new JsonString("concordat replay 7f3a91"));
    assertThat(first.toString())
        .contains("\"team\":\"team-payments\"")
        .contains("\"sentence\":{\"file\":\"payments/openapi.yaml\",\"line\":88")
        .contains("\"kind\":\"http\"", "\"kind\":\"message\"", "\"kind\":\"row\"")
        .contains("\"note\":null");
  }
}
